// On every page of somebody signed in: what waits on this workstation is sent, told about, and wiped at sign-out.
import { flush, forget, listen } from './outbox.js';
import { all, forgetAll } from './store.js';

const box = document.querySelector('[data-unsent]');
const here = location.pathname;
const onTheme = document.querySelector('[data-theme-form=open]');
let expired = false;

const counted = (count, one, many) => (count === 1 ? one : `${count} ${many}`);

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function notice(...children) {
  return element('p', { className: 'notice warn' }, ...children);
}

// what stands in the browser may have been put there by anybody
const inside = address => (/^\/etablissements\//.test(address) ? address : '/etablissements');

const linkTo = entry => element('a', { href: `${inside(entry.address)}#${entry.question}` }, `question ${entry.number}`);

/** What cannot be kept any more is shown before it is forgotten. */
function lost(entry) {
  const button = element('button', { type: 'button', className: 'link' }, `Oublier la réponse ${entry.number}`);
  button.addEventListener('click', () => forget(entry));
  const words = [entry.comment, entry.evidence, entry.reason].filter(text => text).join(' · ');
  return notice('Réponse gardée sur ce poste et refusée, ', linkTo(entry), `\u202f: ${entry.problem}${words && ` Vous aviez écrit\u202f: «\u202f${words}\u202f»`} `, button);
}

/** The page of a theme tells about its own answers beside them. */
function show() {
  const elsewhere = all().filter(entry => entry.address !== here || !onTheme);
  const told = [];
  if (expired)
    told.push(notice('Votre session a expiré. Vos réponses sont gardées sur ce poste\u202f: ',
      element('a', { href: `/connexion?retour=${encodeURIComponent(here)}` }, 'reconnectez-vous'), '.'));
  const waiting = elsewhere.filter(entry => !entry.problem);
  if (waiting.length > 0)
    told.push(notice(counted(waiting.length, 'Une réponse gardée sur ce poste n’est pas encore envoyée', 'réponses gardées sur ce poste ne sont pas encore envoyées'),
      '\u202f: ', ...waiting.flatMap((entry, index) => [index ? ', ' : '', linkTo(entry)]), '.'));
  for (const entry of elsewhere.filter(each => each.problem === 'conflict'))
    told.push(notice('Une autre réponse a été donnée entre-temps\u202f: choisissez laquelle garder, ', linkTo(entry), '.'));
  told.push(...elsewhere.filter(entry => entry.problem && entry.problem !== 'conflict').map(lost));
  const text = told.map(each => each.textContent).join('');
  // said again only when it changed
  if (text !== box.textContent)
    box.replaceChildren(...told);
}

async function askBeforeSignOut(form) {
  await Promise.race([flush(), new Promise(done => setTimeout(done, 3000))]);
  const count = all().length;
  if (count === 0)
    return leave(form);
  const dialog = element('dialog', {});
  const act = (className, text, run) => {
    const button = element('button', { type: 'button', className }, text);
    button.addEventListener('click', () => {
      dialog.close();
      dialog.remove();
      run();
    });
    return button;
  };
  const title = element('h2', { id: 'avant-de-partir' }, counted(count, '1 réponse n’est pas encore envoyée', 'réponses ne sont pas encore envoyées'));
  dialog.setAttribute('aria-labelledby', title.id);
  dialog.append(title,
    element('p', {}, count === 1 ? 'Se déconnecter maintenant l’efface de ce poste\u202f: elle serait perdue.' : 'Se déconnecter maintenant les efface de ce poste\u202f: elles seraient perdues.'),
    element('p', { className: 'actions' },
      act('button', 'Essayer d’envoyer', () => askBeforeSignOut(form)),
      act('button quiet', 'Rester connecté', () => form.querySelector('button').focus()),
      act('button danger', 'Se déconnecter et effacer', () => leave(form))));
  document.body.append(dialog);
  dialog.showModal();
  return undefined;
}

function leave(form) {
  forgetAll();
  dispatchEvent(new Event('leaving'));
  form.submit();
}

for (const form of document.querySelectorAll('form[data-sign-out]'))
  form.addEventListener('submit', event => {
    event.preventDefault();
    askBeforeSignOut(form);
  });

listen((entry, result) => {
  expired = result.kind === 'expired' || (expired && result.kind !== 'saved');
  show();
});
addEventListener('storage', show);
show();
// the page of a theme first puts what waits in its fields
if (!onTheme)
  flush();
