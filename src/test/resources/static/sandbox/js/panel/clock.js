import { h } from '../dom.js';
import { shell } from '../shell.js';
import { toSecond } from '../format.js';
import { now, setTime, tester } from '../tester.js';
import { chip, tool } from './tool.js';

const STEPS = [
  ['5m', 'PT5M', '+5 分钟'],
  ['31m', 'PT31M', '+31 分钟'],
  ['2h', 'PT2H', '+2 小时'],
  ['1d', 'P1D', '+1 天'],
];

const face = h('div', { class: 'clock-now', testid: 'clock-now' });
const told = h('div', { class: 'none', testid: 'clock-told' }, '时间只能向前；到期的定时任务会随之执行。');
const custom = h('input', { testid: 'clock-custom', placeholder: 'ISO 时长，如 PT90M、P2DT3H', value: 'PT90M' });

async function advance(duration) {
  told.textContent = '正在执行到期的任务…';
  try {
    const after = await tester.advance(duration);
    setTime(after.now);
    told.textContent = after.dueJobsLeft ? `仍有 ${after.dueJobsLeft} 个到期任务未完成` : '到期任务已全部执行';
    await shell.refresh();
  } catch (refusal) {
    told.textContent = refusal.message;
  }
}

setInterval(() => (face.textContent = toSecond(now())), 500);

export const clockTool = {
  node: tool(
    '时间',
    '北京时间',
    face,
    h('div', { class: 'chips' }, STEPS.map(([id, duration, label]) => chip(`clock-advance-${id}`, label, () => advance(duration)))),
    h('div', { class: 'pair tail' }, custom, chip('clock-advance-custom', '前进', () => advance(custom.value.trim()), true)),
    told,
  ),
};
