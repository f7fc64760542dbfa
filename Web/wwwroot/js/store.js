// Answers that the server has not acknowledged, kept on this workstation under the account that gave them: no other account is shown or sends them.
const person = document.body.dataset.person;
const prefix = `crisiskits:unsent:${person}:`;
const keyOf = (address, question) => `${prefix}${address}#${question}`;

// where the browser keeps nothing, answers still wait as long as the page is open
const memory = new Map();
const storage = (() => {
  try {
    localStorage.setItem(prefix, '');
    localStorage.removeItem(prefix);
    return localStorage;
  } catch {
    return null;
  }
})();

const read = key => memory.get(key) ?? storage?.getItem(key) ?? null;

function parse(text) {
  try {
    return text && JSON.parse(text);
  } catch {
    return null;
  }
}

export const channelName = `crisiskits:${person}`;

export const find = (address, question) => parse(read(keyOf(address, question)));

/** Every answer that waits, wherever it was given. */
export function all() {
  const keys = new Set(memory.keys());
  for (let index = 0; index < (storage?.length ?? 0); index++)
    if (storage.key(index).startsWith(prefix))
      keys.add(storage.key(index));
  return [...keys].map(key => parse(read(key))).filter(entry => entry);
}

export function put(entry) {
  const key = keyOf(entry.address, entry.question);
  try {
    if (!storage)
      throw new Error('no storage');
    storage.setItem(key, JSON.stringify(entry));
    memory.delete(key);
  } catch {
    memory.set(key, JSON.stringify(entry));
  }
}

export function remove(entry) {
  const key = keyOf(entry.address, entry.question);
  memory.delete(key);
  storage?.removeItem(key);
}

export const forgetAll = () => all().forEach(remove);
