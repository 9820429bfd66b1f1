import { h, button } from '../dom.js';
import { shell } from '../shell.js';
import { backoffice } from '../backoffice.js';
import { session } from '../session.js';
import { field } from '../fields.js';
import { shortYuan } from '../format.js';
import { freshKey } from '../http.js';
import { checkOut } from '../sheets/pay.js';

/** Tops up a mobile phone. */
export const topUp = {
  title: '话费充值',
  async render() {
    const { topUpFaces } = await backoffice.catalog();
    const key = { value: freshKey() };
    let face = topUpFaces[0];
    const phone = h('input', { testid: 'top-up-phone', type: 'tel', inputMode: 'numeric', maxLength: 11, value: session.user?.phone ?? '', placeholder: '请输入手机号' });
    const faces = h('div', { class: 'faces' });
    const show = () =>
      faces.replaceChildren(
        ...topUpFaces.map((fen) =>
          h('button', { type: 'button', testid: `top-up-face-${fen}`, 'aria-pressed': String(fen === face), onclick: () => ((face = fen), (key.value = freshKey()), show()) }, `${shortYuan(fen)} 元`),
        ),
      );
    phone.addEventListener('input', () => (key.value = freshKey()));
    show();
    const submit = async () => checkOut(await backoffice.placeTopUp({ phone: phone.value.trim(), faceFen: face }, key.value));
    return h(
      'div',
      { class: 'page' },
      h('div', { class: 'card fields' }, field('充值号码', phone)),
      h('div', { class: 'section-title' }, '选择面额'),
      faces,
      button({ class: 'primary', testid: 'submit-order' }, '去支付', () => shell.attempt(submit)),
      h('p', { class: 'small muted' }, '支付后由工作人员为您充值，到账后会通知您。'),
    );
  },
};
