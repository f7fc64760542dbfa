// One question of a theme's page: its fields, its state in words, and the choice when two answers meet.
import { find, remove } from './store.js';
import { give } from './outbox.js';

const names = ['reason', 'comment', 'evidence'];
const restMilliseconds = 800;
const lines = text => text.replaceAll('\r\n', '\n').trim();

export class Question {
  #section;
  #address;
  #timer = 0;
  #before = null;

  constructor(section, address) {
    this.#section = section;
    this.#address = address;
    this.id = section.dataset.question;
    this.version = Number(section.dataset.version);
    this.kept = JSON.stringify(this.values());
    section.addEventListener('change', event => event.target.type === 'radio' && this.save());
    section.addEventListener('input', event => event.target.type !== 'radio' && this.#saveAfterRest());
    section.addEventListener('focusout', event => event.target.tagName === 'TEXTAREA' && this.save());
    section.addEventListener('click', event => this.#act(event));
  }

  get isAnswered() {
    return this.#section.dataset.answered === 'true';
  }

  values() {
    const values = { said: this.#section.querySelector('[name$=".said"]:checked')?.value ?? '' };
    for (const name of names)
      values[name] = lines(this.#field(name)?.value ?? '');
    if (values.said !== 'without')
      values.reason = '';
    return values;
  }

  /** Puts an answer in the fields, and nothing else. */
  show(values) {
    for (const radio of this.#section.querySelectorAll('[name$=".said"]'))
      radio.checked = radio.value === values.said;
    for (const name of names)
      if (this.#field(name))
        this.#field(name).value = values[name] ?? '';
    if (values.comment || values.evidence)
      this.#section.querySelector('.notes').open = true;
  }

  /** What was kept on this workstation goes on from here. */
  resume() {
    const waiting = find(this.#address, this.id);
    if (!waiting)
      return;
    this.show(waiting);
    this.version = waiting.version;
    this.#give({ ...waiting, problem: undefined });
  }

  /** Gives what the fields say, if that is new; always, to confirm. */
  save(always = false) {
    clearTimeout(this.#timer);
    const values = this.values();
    const waiting = find(this.#address, this.id);
    // nothing new; an answer taken back to what is kept no longer waits
    if (!always && JSON.stringify(values) === (waiting ? JSON.stringify(this.#only(waiting)) : this.kept))
      return;
    this.#give(values);
  }

  /** From the outbox, for an answer of this question. */
  note(entry, result) {
    if (result.kind === 'saved')
      this.#saved(entry, result);
    else if (result.kind === 'conflict')
      this.#dispute(entry, result.html);
    else if (result.kind === 'sending')
      this.#say('Enregistrement…');
    else if (result.kind === 'offline')
      this.#say('Hors ligne\u202f: sera envoyé au retour du réseau', 'waits');
    else if (result.kind === 'unavailable')
      this.#say('Le service ne peut pas enregistrer pour l’instant. Votre réponse est gardée sur ce poste, nouvel essai bientôt.', 'fails');
    else if (result.kind === 'expired')
      this.#say('Gardée sur ce poste\u202f: reconnectez-vous pour l’envoyer.', 'waits');
    else if (result.kind === 'refused')
      this.#say(result.message, 'fails');
  }

  /** Saved by this person in another window: the fields follow unless something waits here. */
  noteElsewhere(saved) {
    const waiting = find(this.#address, this.id);
    // the message may come before this window sees that the answer it speaks of no longer waits
    if ((waiting && waiting.stamp !== saved.stamp) || saved.version <= this.version || JSON.stringify(this.values()) !== this.kept)
      return;
    this.show(saved);
    this.#saved(saved, saved);
  }

  focus() {
    const target = this.#section.querySelector('[name$=".said"]:checked') ?? this.#section.querySelector('[name$=".said"]');
    target.focus();
  }

  #field(name) {
    return this.#section.querySelector(`textarea[name="${this.id}.${name}"]`);
  }

  #only(entry) {
    const { said, reason, comment, evidence } = entry;
    return { said, reason, comment, evidence };
  }

  #saveAfterRest() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), restMilliseconds);
  }

  #give(values) {
    const missing = values.said === '' && !values.clears ? 'said' : values.said === 'without' && !/[\p{L}\p{N}]/u.test(values.reason) ? 'reason' : null;
    if (missing === 'said' && !values.comment && !values.evidence) {
      remove({ address: this.#address, question: this.id });
      this.#say('');
      return;
    }
    if (missing)
      this.#say(missing === 'said' ? 'Choisissez une réponse\u202f: votre texte sera enregistré avec elle.' : 'Dites pourquoi\u202f: la réponse sera enregistrée avec son motif.', 'waits');
    if (!values.clears)
      this.#forgetUndo();
    give({ ...this.#only(values), clears: values.clears, address: this.#address, question: this.id, number: this.#section.dataset.number, version: this.version, whole: !missing, problem: values.problem });
  }

  #saved(entry, result) {
    this.version = result.version;
    this.kept = JSON.stringify(this.#only(entry));
    this.#section.dataset.answered = String(entry.said !== '');
    this.#section.querySelector('[data-who]').textContent = result.who;
    this.#section.querySelector('[data-clear]').hidden = entry.said === '';
    this.#section.querySelector('.carried')?.remove();
    this.#section.querySelector('[data-confirm]')?.remove();
    this.#say(entry.said === '' ? 'Réponse effacée.' : `Enregistré à ${result.at}`);
    this.#section.dispatchEvent(new Event('counted', { bubbles: true }));
  }

  #say(text, kind = '') {
    const state = this.#section.querySelector('[data-state]');
    state.className = `state ${kind}`;
    if (state.textContent !== text)
      state.textContent = text;
  }

  #act(event) {
    const button = event.target.closest('button');
    if (!button)
      return;
    event.preventDefault();
    if ('clear' in button.dataset)
      this.#clear(button);
    else if ('confirm' in button.dataset)
      this.save(true);
    else if ('undo' in button.dataset)
      this.#undo();
    else if (button.dataset.keep)
      this.#settle(button.dataset.keep);
  }

  #clear(button) {
    this.#before = this.values();
    const undo = Object.assign(document.createElement('button'), { type: 'button', className: 'button quiet small', textContent: 'Annuler' });
    undo.dataset.undo = '';
    undo.setAttribute('aria-label', `Annuler l’effacement de la réponse ${this.#section.dataset.number}`);
    this.show({ said: '' });
    this.#give({ said: '', reason: '', comment: '', evidence: '', clears: true });
    this.#section.querySelector('[data-state]').after(undo);
    button.hidden = true;
    undo.focus();
  }

  #undo() {
    const before = this.#before;
    this.show(before);
    this.#give(before);
    this.focus();
  }

  #forgetUndo() {
    this.#section.querySelector('[data-undo]')?.remove();
  }

  #dispute(entry, html) {
    const parsed = document.createElement('template');
    // made by the server, which encodes every word typed
    parsed.innerHTML = html;
    this.#parts().forEach(part => { part.hidden = true; });
    this.#section.querySelector('[data-conflict]')?.remove();
    this.#section.querySelector('.why').after(parsed.content);
    this.#say('');
    const shown = this.#section.querySelector('[data-conflict]');
    const active = document.activeElement;
    // whoever is typing elsewhere is told, and not moved
    if (active.tagName === 'TEXTAREA' && !this.#section.contains(active))
      shown.setAttribute('role', 'alert');
    else
      shown.focus();
  }

  #parts() {
    return [...this.#section.children].filter(part => !part.matches('h2, .why, [data-conflict]'));
  }

  #settle(keep) {
    const shown = this.#section.querySelector('[data-conflict]');
    const theirs = { ...shown.dataset };
    const waiting = find(this.#address, this.id);
    shown.remove();
    this.#parts().forEach(part => { part.hidden = false; });
    this.version = Number(theirs.version);
    if (keep === 'mine') {
      this.show(waiting);
      this.#give({ ...waiting, problem: undefined });
    } else {
      remove(waiting);
      this.#forgetUndo();
      this.show(theirs);
      this.#saved(theirs, { version: this.version, who: theirs.who });
      this.#say('L’autre réponse est gardée.');
    }
    this.focus();
  }
}
