import { h } from '../dom.js';
import { tool } from './tool.js';

const WAYS = [
  ['normal', '正常通知', {}],
  ['withheld', '不发通知（掉单）', { notify: false }],
  ['twice', '重复通知 3 次', { times: 3 }],
  ['parallel', '同时通知 5 次', { times: 5, parallel: true }],
  ['late', '5 秒后通知', { delaySeconds: 5 }],
  ['signature', '伪造：假签名', { forge: 'signature' }],
  ['amount', '伪造：金额不符', { forge: 'amount' }],
  ['certificate', '伪造：陌生证书', { forge: 'certificate' }],
  ['timestamp', '伪造：十分钟前的通知', { forge: 'timestamp' }],
];

const way = h('select', { testid: 'notice-mode' }, WAYS.map(([value, label]) => h('option', { value }, label)));

/** How the notice of the next payment is treated, as fields of the payment call. */
export const noticeOfNextPayment = () => WAYS.find(([value]) => value === way.value)[2];

export const noticeTool = {
  node: tool('支付通知', '手机上付款时', way, h('p', { class: 'none' }, '伪造的通知不被采信：钱已到账，但订单要等后台向微信支付查询后才前进。')),
};
