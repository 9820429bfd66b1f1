import { h, button } from '../dom.js';
import { icon } from '../icons.js';
import { shell } from '../shell.js';
import { session } from '../session.js';
import { openCentre } from '../notices.js';
import { askForPhone } from '../sheets/phone.js';

/** The customer's own page. */
export const me = {
  title: '我的',
  tab: 'me',
  async render() {
    const phone = session.customer?.phone;
    const row = (testid, label, value, work) =>
      button({ class: 'row', testid }, [h('span', {}, label), h('span', { class: 'muted' }, value, ' ', h('span', { class: 'chevron' }, '›'))], work);
    return h(
      'div',
      { class: 'page' },
      h('div', { class: 'card profile' }, h('span', { class: 'avatar' }, icon('me')), h('span', {}, h('strong', { testid: 'my-phone' }, phone ?? '微信用户'), h('br'), h('span', { class: 'small muted' }, phone ? '已绑定手机号' : '还没有绑定手机号'))),
      h(
        'div',
        { class: 'card fields' },
        row('bind-phone', '手机号', phone ?? '去绑定', async () => (await askForPhone()) && shell.refresh()),
        row('my-orders', '我的订单', '', () => shell.start('orders')),
        row('my-coupons', '我的礼券', '', () => shell.start('coupons')),
        row('my-messages', '消息', '微信消息与短信', async () => openCentre()),
      ),
      h('div', { class: 'card fields' }, row('sign-out', '退出登录', '', async () => session.signOut())),
    );
  },
};
