import { h } from '../dom.js';
import { icon } from '../icons.js';

/** Instead of a form: the catalogue offered it when the person saw it, and does no more. */
export const gone = (text) => h('div', { class: 'empty' }, icon('box'), text);
