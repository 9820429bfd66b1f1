import { h, button } from '../dom.js';
import { shell, sheetHead } from '../shell.js';
import { backoffice } from '../backoffice.js';
import { field, refuseAll } from '../fields.js';
import { masked } from '../format.js';
import { session } from '../session.js';

const MOBILE = /^1[3-9]\d{9}$/;

/**
 * The fields of a payee: Alipay account, or real name and bank card. `known` is a payee as the API shows it, masked:
 * its parts stand in the empty fields. `read()` gives the API's payee, `wrong()` what is missing, `controlOf(refusal)`
 * the field that a refusal is about.
 */
export function payeeFields(known) {
  const input = (testid, placeholder, now) => h('input', { testid, placeholder: now ? `现为 ${now}` : placeholder });
  const alipay = input('payee-alipay', '支付宝账号（手机号或邮箱）', known?.alipayAccount);
  const name = input('payee-name', '真实姓名', known?.realName);
  const card = input('payee-card', '银行卡号', known?.bankCardNo);
  const bank = input('payee-bank', '开户行，例如中国工商银行', known?.bankName);
  const contact = Object.assign(input('payee-phone', '联系手机号', known?.phone), { type: 'tel', maxLength: 11, value: ownPhone(known) });
  const way = h('select', { testid: 'payee-way' }, h('option', { value: 'alipay' }, '支付宝'), h('option', { value: 'bank', selected: Boolean(known?.bankCardNo) }, '银行卡'));
  const changing = h('div');
  const byAlipay = () => way.value === 'alipay';
  const show = () => changing.replaceChildren(...(byAlipay() ? [field('支付宝账号', alipay)] : [field('真实姓名', name), field('银行卡号', card), field('开户行', bank)]));
  way.addEventListener('change', show);
  show();
  const text = (control) => control.value.trim();
  return {
    node: h('div', { class: 'card fields' }, field('收款方式', way), changing, field('联系电话', contact)),
    read: () =>
      byAlipay()
        ? { alipayAccount: text(alipay), phone: text(contact) }
        : { realName: text(name), bankCardNo: card.value.replace(/\s/g, ''), ...(text(bank) && { bankName: text(bank) }), phone: text(contact) },
    wrong: () => [
      ...(byAlipay() ? [[alipay, '请填写支付宝账号']] : [[name, '请填写真实姓名'], [card, '请填写银行卡号']]).filter(([control]) => !text(control)),
      ...(MOBILE.test(text(contact)) ? [] : [[contact, '联系电话须为 11 位手机号，请核对']]),
    ],
    controlOf: ({ code }) => ({ ALIPAY_ACCOUNT_INVALID: alipay, REAL_NAME_INVALID: name, BANK_CARD_INVALID: card, BANK_NAME_INVALID: bank, PAYEE_INCOMPLETE: way })[code],
  };
}

/** The phone's own number, unless the payee gave another. */
function ownPhone(known) {
  const own = session.user?.phone ?? '';
  return known?.phone && known.phone !== masked(own) ? '' : own;
}

/** The transfer failed because the account was wrong: the customer mends it. What is refused can be mended further. */
export async function correctPayee(order) {
  const corrected = await shell.sheet(
    (close) => {
      const fields = payeeFields(order.details.payee);
      const problem = h('p', { class: 'wrong', role: 'alert', testid: 'payee-problem' });
      const submit = async () => {
        problem.textContent = '';
        if (refuseAll(fields.wrong())) return;
        try {
          await backoffice.correctPayee(order.orderNo, fields.read());
          close(true);
        } catch (refusal) {
          const control = fields.controlOf(refusal);
          if (control) refuseAll([[control, refusal.message]]);
          else problem.textContent = refusal.message;
        }
      };
      return h(
        'div',
        {},
        sheetHead('更正收款信息', close),
        h('p', { class: 'small muted' }, '灰字是现在登记的信息，已遮挡。请重新填写完整。'),
        fields.node,
        problem,
        h('br'),
        button({ class: 'primary', testid: 'payee-submit' }, '提交', submit),
      );
    },
    { testid: 'payee-sheet' },
  );
  if (!corrected) return;
  shell.toast('已更正，将重新转账');
  await shell.refresh();
}
