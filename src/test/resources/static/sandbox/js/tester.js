import { call } from './http.js';

/** The sandbox's control calls. */
export const tester = {
  newUser: (phone) => call('POST', '/sandbox/wechat/users', { body: phone ? { phone } : {} }),
  codes: (openid) => call('POST', `/sandbox/wechat/users/${openid}/codes`),
  subscription: (openid, granted) => call('POST', `/sandbox/wechat/users/${openid}/subscription`, { body: { granted } }),
  pay: (payment) => call('POST', '/sandbox/wechat-pay/payments', { body: payment }),
  payOrders: () => call('GET', '/sandbox/wechat-pay/orders'),
  refunds: () => call('GET', '/sandbox/wechat-pay/refunds'),
  settle: (refundNo, status) => call('POST', `/sandbox/wechat-pay/refunds/${refundNo}/settlement`, { body: { status } }),
  sms: (phone) => call('GET', `/sandbox/sms${phone ? `?phone=${phone}` : ''}`),
  messages: (openid) => call('GET', `/sandbox/wechat/messages?openid=${openid}`),
  faults: () => call('GET', '/sandbox/faults'),
  fault: (fault) => call('POST', '/sandbox/faults', { body: fault }),
  clearFaults: () => call('DELETE', '/sandbox/faults'),
  clock: () => call('GET', '/sandbox/clock'),
  advance: (duration) => call('POST', '/sandbox/clock', { body: { advance: duration } }),
};

let ahead = 0;

/** Keeps the page's idea of the time together with the sandbox's. */
export function setTime(now) {
  ahead = new Date(now).getTime() - Date.now();
}

/** The sandbox's present, in milliseconds. */
export const now = () => Date.now() + ahead;
