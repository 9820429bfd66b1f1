import { h } from '../dom.js';
import { toMinute, yuan } from '../format.js';
import { shell } from '../shell.js';
import { tester } from '../tester.js';
import { chip, tool, updater } from './tool.js';
import { noticeOfNextPayment } from './notice.js';

const STATES = { NOTPAY: ['未支付', 'wait'], SUCCESS: ['已支付', 'done'], REFUND: ['有退款', 'off'], CLOSED: ['已关闭', 'off'] };
const REFUNDS = { PROCESSING: ['退款中', 'wait'], SUCCESS: ['已到账', 'done'], ABNORMAL: ['异常', 'bad'], CLOSED: ['已关闭', 'off'] };

const list = h('ul', { class: 'log', testid: 'pay-orders' });
const told = h('p', { class: 'none', testid: 'pay-told' });
const update = updater(list);
const label = ([name, look]) => h('span', { class: `state ${look}` }, name);

async function pay(orderNo) {
  const { tradeState, notifications } = await tester.pay({ orderNo, ...noticeOfNextPayment() });
  told.textContent = `${STATES[tradeState][0]}；回调应答：${notifications.map((one) => one.status || '无应答').join('、') || '未发通知'}`;
  await shell.refresh();
}

async function settle(refundNo, status) {
  await tester.settle(refundNo, status);
  await shell.refresh();
}

function orderLine(order) {
  return h(
    'li',
    { testid: `pay-order-${order.orderNo}` },
    h('div', { class: 'top' }, h('span', { class: 'mono' }, order.orderNo), label(STATES[order.tradeState])),
    h('div', { class: 'top meta' }, `${order.description.replace(order.orderNo, '').trim()} · ¥${yuan(order.totalFen)} · ${toMinute(order.createdAt)}`, order.tradeState === 'CLOSED' ? null : chip(`pay-now-${order.orderNo}`, order.tradeState === 'NOTPAY' ? '代付' : '再发通知', () => pay(order.orderNo))),
  );
}

function refundLine(refund) {
  const open = refund.status === 'PROCESSING' || refund.status === 'ABNORMAL';
  return h(
    'li',
    { testid: `pay-refund-${refund.outRefundNo}` },
    h('div', { class: 'top' }, h('span', { class: 'mono' }, `退 ${refund.outRefundNo}`), label(REFUNDS[refund.status])),
    h('div', { class: 'top meta' }, `¥${yuan(refund.refundFen)} · ${refund.reason ?? ''}`, open ? h('span', { class: 'chips' }, chip('', '到账', () => settle(refund.outRefundNo, 'SUCCESS')), chip('', '异常', () => settle(refund.outRefundNo, 'ABNORMAL'))) : null),
  );
}

export const payTool = {
  node: tool('微信支付账本', '微信支付认为的状态', told, list),
  async poll() {
    const [orders, refunds] = await Promise.all([tester.payOrders(), tester.refunds()]);
    update([...refunds, ...orders].slice(0, 40), (one) => (one.outRefundNo ? refundLine(one) : orderLine(one)), '还没有支付单');
  },
};
