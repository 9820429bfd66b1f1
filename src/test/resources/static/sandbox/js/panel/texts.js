import { h } from '../dom.js';
import { toMinute } from '../format.js';
import { session } from '../session.js';
import { tester } from '../tester.js';
import { sentence } from '../texts.js';
import { tool, updater } from './tool.js';

const DESKS = { 13900010001: '鲜花台', 13900010002: '充值台', 13900010003: '审核台', 13900010004: '财务', 13900010005: '券码台', 13900010006: '客服', 13900010007: '主管' };

const list = h('ul', { class: 'log', testid: 'desk-texts' });
const update = updater(list);

/** The short address in a message opens the order's tasks. */
function linked(text) {
  return text.split(/(\/t\/\w+)/).map((part) => (part.startsWith('/t/') ? h('a', { href: part, target: '_blank', rel: 'noopener' }, part) : part));
}

export const textTool = {
  node: tool('内勤收到的短信', '各台值班手机', list),
  async poll() {
    const texts = (await tester.sms()).filter((sms) => sms.phone !== session.user?.phone);
    update(
      texts.slice(0, 40),
      (sms) => h('li', {}, h('div', { class: 'top meta' }, h('strong', {}, DESKS[sms.phone] ?? sms.phone), toMinute(sms.at)), h('div', {}, linked(sentence(sms)))),
      '还没有短信',
    );
  },
};
