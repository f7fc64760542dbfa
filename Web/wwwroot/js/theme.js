// The page of a theme: each answer is saved as it is given.
import { flush, listen, listenElsewhere } from './outbox.js';
import { Question } from './question.js';
import { all } from './store.js';

const form = document.querySelector('[data-theme-form=open]');
const address = form.getAttribute('action');
const questions = new Map([...form.querySelectorAll('[data-question]')].map(section => [section.dataset.question, new Question(section, address)]));
const mine = () => all().filter(entry => entry.address === address);
let left = false;
const saveAll = () => left || questions.forEach(question => question.save());

function count() {
  const here = [...questions.values()].filter(question => question.isAnswered).length;
  const whole = here + Number(form.dataset.answeredElsewhere);
  document.querySelector('[data-count-here]').textContent = here;
  document.querySelector('[data-count-all]').textContent = whole;
  document.querySelector('[data-progress]').value = whole;
  const toConfirm = form.querySelectorAll('.carried').length;
  const sum = `${here} sur ${questions.size}`;
  document.querySelector('[data-theme-state=here]').textContent = here === questions.size ? 'complet' : toConfirm ? `${sum}, ${toConfirm} à confirmer` : sum;
  if (toConfirm === 0)
    document.querySelector('[data-to-confirm]')?.remove();
}

/** What was typed a moment ago goes first; a server that does not answer holds nobody. */
async function leaveTo(link) {
  saveAll();
  await Promise.race([flush(), new Promise(done => setTimeout(done, 2000))]);
  location.href = link.href;
}

listen((entry, result) => entry.address === address && questions.get(entry.question)?.note(entry, result));
listenElsewhere(saved => saved.address === address && questions.get(saved.question)?.noteElsewhere(saved));
form.addEventListener('counted', count);
form.addEventListener('submit', event => {
  event.preventDefault();
  saveAll();
});
document.addEventListener('click', event => {
  const link = event.target.closest('a[href]');
  const plain = link && link.origin === location.origin && link.pathname !== location.pathname && !(event.ctrlKey || event.metaKey || event.shiftKey);
  saveAll();
  if (plain && mine().some(entry => entry.whole && !entry.problem)) {
    event.preventDefault();
    leaveTo(link);
  }
});
addEventListener('pagehide', saveAll);
// shown again as it was left: others may have answered since
addEventListener('pageshow', event => event.persisted && location.reload());
// signing out wiped what waited: it is not kept again
addEventListener('leaving', () => { left = true; });
addEventListener('beforeunload', event => {
  saveAll();
  if (!left && mine().length > 0)
    event.preventDefault();
});

document.querySelectorAll('[data-without-script]').forEach(part => part.remove());
document.querySelectorAll('[data-with-script]').forEach(part => { part.hidden = false; });
questions.forEach(question => question.resume());
flush();
