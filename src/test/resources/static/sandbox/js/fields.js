import { h } from './dom.js';

/** A labelled control of a form. */
export const field = (label, control) => h('label', { class: 'field' }, h('span', {}, label), control);

export const chevron = () => h('span', { class: 'chevron' }, '›');

/** Says at a control what is wrong with it, until the person changes it. */
export function refuse(control, text) {
  const row = control.closest('.field, .receipt');
  const clear = () => {
    row.querySelector('.wrong')?.remove();
    control.removeAttribute('aria-invalid');
  };
  clear();
  row.append(h('small', { class: 'wrong', role: 'alert', testid: `${control.dataset.testid}-wrong` }, text));
  control.setAttribute('aria-invalid', 'true');
  for (const change of ['input', 'change']) control.addEventListener(change, clear, { once: true });
}

/** Refuses several controls, `[control, text]` each, and leads to the first. Whether there were any. */
export function refuseAll(wrong) {
  wrong.forEach(([control, text]) => refuse(control, text));
  if (!wrong.length) return false;
  const [[first]] = wrong;
  first.closest('.field, .receipt').scrollIntoView({ block: 'nearest' });
  first.focus({ preventScroll: true });
  return true;
}
