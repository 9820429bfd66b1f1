import { h, button } from '../dom.js';
import { shell, sheetHead } from '../shell.js';
import { backoffice } from '../backoffice.js';

const REASONS = ['不想要了', '信息填写有误', '等待时间太久', '商家联系我无法配送', '其他原因'];

/** Asks why and hands the request in; customer service phones and decides. */
export async function askForRefund(order) {
  const reason = await shell.sheet(
    (close) => {
      const text = h('textarea', { testid: 'refund-reason', rows: 2, placeholder: '请描述原因', maxLength: 200, value: REASONS[0] });
      return h(
        'div',
        {},
        sheetHead('申请退款', close),
        h('div', { class: 'days' }, REASONS.map((one) => h('button', { type: 'button', onclick: () => (text.value = one) }, one))),
        h('label', { class: 'field' }, h('span', {}, '退款原因'), text),
        h('p', { class: 'small muted' }, '提交后客服会电话与您联系，退款将原路退回。'),
        h('br'),
        button({ class: 'primary', testid: 'refund-submit' }, '提交申请', () => close(text.value.trim())),
      );
    },
    { testid: 'refund-sheet' },
  );
  if (reason === undefined) return;
  await backoffice.requestRefund(order.orderNo, reason);
  shell.toast('已提交，客服将与您联系');
  await shell.refresh();
}
