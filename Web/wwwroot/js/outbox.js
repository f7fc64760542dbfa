// Sends the answers that wait, one at a time per question, again and again until the server has each.
import { all, channelName, find, put, remove } from './store.js';

const delays = [3000, 6000, 15000, 30000, 60000];
const sending = new Map();
const listeners = [];
const channel = 'BroadcastChannel' in window ? new BroadcastChannel(channelName) : null;
let failures = 0;
let timer = 0;

/** Called with what happens to an answer: sending, saved, conflict, refused, expired, offline, unavailable. */
export const listen = listener => listeners.push(listener);
const tell = (entry, result) => listeners.forEach(listener => listener(entry, result));

/** Called with what this account saved in another window. */
export const listenElsewhere = listener => channel?.addEventListener('message', message => listener(message.data));

const token = () => document.querySelector('input[name="__RequestVerificationToken"]').value;

async function post(entry) {
  const body = new URLSearchParams();
  for (const name of ['said', 'reason', 'comment', 'evidence', 'version'])
    body.set(`${entry.question}.${name}`, entry[name]);
  try {
    const response = await fetch(`${entry.address}?handler=Answer&question=${encodeURIComponent(entry.question)}`, {
      method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout?.(20000),
      headers: { 'X-Script': '1', 'X-Form-Token': token() },
      // goes on after the page is left; browsers bound what may
      keepalive: body.toString().length < 16000,
    });
    return await read(response);
  } catch {
    return { kind: 'offline' };
  }
}

async function read(response) {
  if (response.status === 200)
    return { kind: 'saved', ...await response.json() };
  if (response.status === 412)
    return { kind: 'conflict', html: await response.text() };
  // 400: the form's token is of another session
  if ([400, 401].includes(response.status) || response.type === 'opaqueredirect')
    return { kind: 'expired' };
  if ([403, 404, 409, 422].includes(response.status))
    return { kind: 'refused', message: await message(response) };
  return { kind: 'unavailable' };
}

async function message(response) {
  try {
    return (await response.json()).message;
  } catch {
    return 'Cette page n’existe plus\u202f: l’autoévaluation a peut-être été abandonnée.';
  }
}

/** Keeps an answer here, and sends it if it is whole. */
export function give(entry) {
  put({ ...entry, stamp: crypto.getRandomValues(new Uint32Array(2)).join('-') });
  return entry.whole ? deliver(entry.address, entry.question) : Promise.resolve();
}

export function forget(entry) {
  remove(entry);
  tell(entry, { kind: 'forgotten' });
}

function deliver(address, question) {
  const key = `${address}#${question}`;
  if (!sending.has(key))
    sending.set(key, deliverAll(address, question).finally(() => sending.delete(key)));
  return sending.get(key);
}

/** Until what is kept is what was sent: the answer may change while it is on its way. */
async function deliverAll(address, question) {
  for (let entry = find(address, question); entry?.whole && !entry.problem; entry = find(address, question)) {
    tell(entry, { kind: 'sending' });
    const result = await post(entry);
    const now = find(address, question);
    const changed = now && now.stamp !== entry.stamp;
    if (result.kind === 'saved') {
      failures = 0;
      if (changed)
        put({ ...now, version: result.version });
      else
        remove(entry);
      channel?.postMessage({ ...entry, ...result });
    } else if (now && (result.kind === 'conflict' || (result.kind === 'refused' && !changed))) {
      put({ ...now, problem: result.kind === 'conflict' ? 'conflict' : result.message });
    }
    tell(entry, result);
    if (result.kind === 'offline' || result.kind === 'unavailable')
      return tryAgainLater();
    if (result.kind === 'expired')
      return undefined;
  }
  return undefined;
}

function tryAgainLater() {
  clearTimeout(timer);
  timer = setTimeout(flush, delays[Math.min(failures++, delays.length - 1)]);
}

/** Sends all that waits; ends when each was tried. */
export const flush = () => Promise.all(all().filter(entry => entry.whole && !entry.problem).map(entry => deliver(entry.address, entry.question)));

addEventListener('online', () => {
  failures = 0;
  flush();
});
// somebody signed in again in another window, perhaps
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && flush());
