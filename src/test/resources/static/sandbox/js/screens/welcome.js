import { h, button } from '../dom.js';
import { icon } from '../icons.js';
import { shell } from '../shell.js';
import { session } from '../session.js';
import { askForPhone } from '../sheets/phone.js';

/** The first screen: sign in with WeChat, then offer the phone number. */
export const welcome = {
  title: '十全车服',
  async render() {
    return h(
      'div',
      { class: 'welcome' },
      h('div', {}, h('div', { class: 'logo' }, icon('car')), h('h2', {}, '滚财 · 十全车服'), h('p', { class: 'muted' }, '鲜花、充值、礼券与养车返现，一站办好')),
      h(
        'div',
        { class: 'actions' },
        button({ class: 'wx-button', testid: 'login-button' }, '微信一键登录', () => shell.attempt(signIn)),
        h('p', { class: 'muted small' }, '登录即表示同意《用户协议》与《隐私政策》'),
      ),
    );
  },
};

async function signIn() {
  await session.signIn();
  if (!session.customer.phone) await askForPhone();
  await shell.start('home');
}
