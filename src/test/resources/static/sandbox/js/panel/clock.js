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
const custom = h('input', { testid: 'clock-custom', placeholder: '小时数，如 1.5', ariaLabel: '前进多少小时' });

/** Hours, or an ISO-8601 duration as the control call takes it. */
function duration(entered) {
  const hours = Number(entered);
  if (entered && hours > 0) return `PT${Math.round(hours * 3600)}S`;
  return /^P(?=\d|T)[\dDTHMS.]+$/i.test(entered) ? entered.toUpperCase() : undefined;
}

async function advanceByEntered() {
  const step = duration(custom.value.trim());
  if (step) await advance(step);
  else told.textContent = '请填小时数，如 1.5；或 ISO 时长，如 PT90M';
}

async function advance(step) {
  told.textContent = '正在执行到期的任务…';
  try {
    const after = await tester.advance(step);
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
    h('div', { class: 'chips' }, STEPS.map(([id, step, label]) => chip(`clock-advance-${id}`, label, () => advance(step)))),
    h('div', { class: 'pair tail' }, custom, chip('clock-advance-custom', '前进', advanceByEntered, true)),
    h('p', { class: 'none' }, '填小时数即可。也认 ISO 8601 时长：PT90M 是 90 分钟，P2DT3H 是 2 天 3 小时。'),
    told,
  ),
};
