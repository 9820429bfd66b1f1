// Plots how the balance of an account went, day by day.
import { call, say } from '/staff/shell/staff.js';

const box = document.getElementById('plot');
const buttons = [...document.querySelectorAll('.plotted')];
const chart = box && echarts.init(box, null, { renderer: 'canvas' });

async function plot(button) {
  buttons.forEach((each) => each.setAttribute('aria-pressed', String(each === button)));
  const { account, name } = button.dataset;
  const { from, to } = box.dataset;
  const days = await call(`/staff/api/ledger/history?${new URLSearchParams({ account, from, to })}`);
  document.getElementById('plot-title').textContent = `${name}：每天结账时的余额`;
  document.getElementById('plot-note').textContent = days.length
    ? `${days[0].day} 至 ${days[days.length - 1].day}，点一天看那天的流水` : '还没有结过账的日子，明天起有走势。';
  const css = getComputedStyle(document.documentElement);
  chart.off('click');
  chart.on('click', ({ name: day }) => {
    location.href = `/staff/money/entries?${new URLSearchParams({ account, from: day, to: day })}`;
  });
  chart.setOption({
    animation: false,
    color: [css.getPropertyValue('--brand').trim()],
    grid: { left: 12, right: 16, top: 24, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: (yuan) => `${yuan.toFixed(2)} 元` },
    xAxis: { type: 'category', data: days.map(({ day }) => day) },
    yAxis: { type: 'value', scale: true, name: '元' },
    series: [{ type: 'line', step: 'end', symbolSize: 7, areaStyle: { opacity: 0.12 }, data: days.map(({ balanceFen }) => balanceFen / 100) }],
  }, true);
  box.dataset.shown = account;
}

buttons.forEach((button) => button.addEventListener('click', () => plot(button).catch((failure) => say(failure.message))));
if (buttons.length) {
  buttons[0].click();
  addEventListener('resize', () => chart.resize());
}
