import { h, button } from '../dom.js';
import { icon } from '../icons.js';
import { shell, sheetHead } from '../shell.js';
import { backoffice } from '../backoffice.js';
import { yuan } from '../format.js';
import { tester } from '../tester.js';
import { noticeOfNextPayment } from '../panel/notice.js';

/** Pays an order that was just placed; without payment parameters it stays payable in its screen. */
export async function checkOut(order) {
  await shell.replace('order', { orderNo: order.orderNo });
  if (order.prepay) return payment(order, order.prepay);
  shell.toast('暂时无法连接微信支付，请稍后在订单里支付');
  return false;
}

/** Pays an order that waits for it. */
export async function payLater(order) {
  return payment(order, await backoffice.payment(order.orderNo));
}

/** wx.requestPayment: WeChat shows the amount of its own books, the person confirms or leaves. */
async function payment(order, prepay) {
  if (!prepay.packageValue?.startsWith('prepay_id=') || !prepay.paySign) throw new Error('支付参数无效');
  const agreed = await shell.sheet(
    (close) =>
      h(
        'div',
        { class: 'pay' },
        sheetHead('微信支付', close),
        h('div', { class: 'merchant' }, '滚财'),
        h('div', { class: 'amount', testid: 'pay-amount' }, yuan(order.payableFen)),
        h('div', { class: 'method' }, h('span', { class: 'muted' }, '付款方式'), h('span', {}, '零钱')),
        button({ class: 'wx-button', testid: 'pay-confirm' }, '确认支付', () => close(true)),
        button({ class: 'muted small', testid: 'pay-cancel' }, '暂不支付', () => close(undefined)),
      ),
    { testid: 'pay-sheet', dismissable: false },
  );
  if (!agreed) {
    shell.toast('未支付，可在订单里继续支付');
    return false;
  }
  const receipt = await tester.pay({ orderNo: order.orderNo, ...noticeOfNextPayment() });
  if (receipt.tradeState === 'SUCCESS') await done(order);
  await shell.refresh();
  return true;
}

function done(order) {
  return shell.sheet(
    (close) =>
      h(
        'div',
        { class: 'paid' },
        h('div', {}, h('div', { class: 'tick' }, icon('tick')), h('strong', {}, '支付成功'), h('div', { class: 'amount' }, `¥${yuan(order.payableFen)}`)),
        button({ class: 'secondary', testid: 'pay-done' }, '完成', () => close(true)),
      ),
    { testid: 'pay-success', dismissable: false },
  );
}
