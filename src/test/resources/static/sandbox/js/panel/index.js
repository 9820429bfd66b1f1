import { h } from '../dom.js';
import { clockTool } from './clock.js';
import { faultTool } from './faults.js';
import { noticeTool } from './notice.js';
import { payTool } from './payments.js';
import { customerTexts, deskTexts } from './texts.js';
import { userTool } from './users.js';
import { links } from './links.js';

/** What a tester does, and beside it what comes of it. A tool keeps its place, however long the lists grow. */
const COLUMNS = [
  [clockTool, userTool, noticeTool, faultTool],
  [deskTexts, customerTexts, payTool],
];

/** The tester's side: time, people, payments, faults, and what the others see. */
export function mountPanel(root) {
  root.append(
    h('header', {}, h('h2', {}, '沙箱测试台'), h('p', {}, '顾客的手机连着真实的后台；微信、微信支付、阿里云短信由沙箱应答，签名与加密一样不少。'), h('p', { class: 'none' }, '内勤账号 flower、topup、review、finance、coupon、service、manager、admin，密码与账号相同。'), links),
    h('div', { class: 'tools' }, COLUMNS.map((tools) => h('div', { class: 'column' }, tools.map((tool) => tool.node)))),
  );
  const toggle = h('button', { type: 'button', class: 'panel-toggle', testid: 'panel-toggle' }, '测试台');
  toggle.addEventListener('click', () => {
    const open = document.body.classList.toggle('panel-open');
    toggle.textContent = open ? '关闭' : '测试台';
  });
  document.body.append(toggle);
}

export const pollPanel = () => Promise.all(COLUMNS.flat().map((tool) => tool.poll?.()));
