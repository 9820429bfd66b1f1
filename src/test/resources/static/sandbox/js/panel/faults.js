import { h } from '../dom.js';
import { tester } from '../tester.js';
import { chip, tool, updater } from './tool.js';

const TARGETS = { sms: '阿里云短信', wechat: '微信', 'wechat-pay': '微信支付' };
const KINDS = { timeout: '超时（已处理，不应答）', error: '故障（5xx）', refuse: '拒绝（业务错误）' };
const OPERATIONS = {
  sms: { send: '发送', query: '查询' },
  wechat: { login: '登录', phone: '手机号', subscribe: '订阅消息', shipping: '发货信息', token: '凭证' },
  'wechat-pay': { prepay: '下单', query: '查单', close: '关单', refund: '退款', 'refund-query': '查退款', bill: '账单', transfer: '转账' },
};

const options = (names) => Object.entries(names).map(([value, label]) => h('option', { value }, label));
const target = h('select', { testid: 'fault-target' }, options(TARGETS));
const operation = h('select', { testid: 'fault-operation' });
const kind = h('select', { testid: 'fault-kind' }, options(KINDS));
const code = h('input', { testid: 'fault-code', placeholder: '错误码（可空）' });
const times = h('input', { testid: 'fault-times', type: 'number', min: 1, value: 1 });
const list = h('ul', { class: 'log', testid: 'faults' });
const update = updater(list);

const showOperations = () => operation.replaceChildren(h('option', { value: '' }, '任何调用'), ...options(OPERATIONS[target.value]));
target.addEventListener('change', showOperations);
showOperations();

const show = (faults) =>
  update(
    faults,
    (fault) => h('li', {}, `${TARGETS[fault.target]} · ${OPERATIONS[fault.target][fault.operation] ?? '任何调用'} · ${KINDS[fault.fault]} × ${fault.times}`, fault.code && h('span', { class: 'mono' }, ` ${fault.code}`)),
    '没有待发生的故障',
  );

const add = async () =>
  show(
    await tester.fault({
      target: target.value,
      fault: kind.value,
      times: Number(times.value),
      ...(operation.value && { operation: operation.value }),
      ...(code.value.trim() && { code: code.value.trim() }),
    }),
  );

export const faultTool = {
  node: tool(
    '故障注入',
    '接下来的调用',
    h('div', { class: 'pair' }, h('label', {}, '对象', target), h('label', {}, '操作', operation)),
    h('label', {}, '怎样失败', kind),
    h('div', { class: 'pair' }, h('label', {}, '错误码', code), h('label', {}, '次数', times)),
    h('div', { class: 'chips' }, chip('fault-add', '注入', add, true), chip('fault-clear', '全部清除', async () => show(await tester.clearFaults()))),
    list,
  ),
  poll: async () => show(await tester.faults()),
};
