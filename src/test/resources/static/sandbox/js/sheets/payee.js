import { h, button } from '../dom.js';
import { shell, sheetHead } from '../shell.js';
import { backoffice } from '../backoffice.js';

/** The fields of a payee: Alipay account, or real name and bank card; `read()` gives the API's payee. */
export function payeeFields(phone) {
  const input = (testid, placeholder) => h('input', { testid, placeholder });
  const alipay = input('payee-alipay', '支付宝账号（手机号或邮箱）');
  const name = input('payee-name', '真实姓名');
  const card = input('payee-card', '银行卡号');
  const contact = h('input', { testid: 'payee-phone', type: 'tel', placeholder: '联系手机号', maxLength: 11, value: phone ?? '' });
  const way = h('select', { testid: 'payee-way' }, h('option', { value: 'alipay' }, '支付宝'), h('option', { value: 'bank' }, '银行卡'));
  const row = (label, control) => h('label', { class: 'field' }, h('span', {}, label), control);
  const changing = h('div');
  const show = () => changing.replaceChildren(...(way.value === 'alipay' ? [row('支付宝账号', alipay)] : [row('真实姓名', name), row('银行卡号', card)]));
  way.addEventListener('change', show);
  show();
  return {
    node: h('div', { class: 'card fields' }, row('收款方式', way), changing, row('联系电话', contact)),
    read: () =>
      way.value === 'alipay'
        ? { alipayAccount: alipay.value.trim(), phone: contact.value.trim() }
        : { realName: name.value.trim(), bankCardNo: card.value.replace(/\s/g, ''), phone: contact.value.trim() },
  };
}

/** The transfer failed because the account was wrong: the customer mends it. */
export async function correctPayee(order) {
  const payee = await shell.sheet(
    (close) => {
      const fields = payeeFields();
      return h('div', {}, sheetHead('更正收款信息', close), fields.node, h('br'), button({ class: 'primary', testid: 'payee-submit' }, '提交', () => close(fields.read())));
    },
    { testid: 'payee-sheet' },
  );
  if (!payee) return;
  await backoffice.correctPayee(order.orderNo, payee);
  shell.toast('已更正，将重新转账');
  await shell.refresh();
}
