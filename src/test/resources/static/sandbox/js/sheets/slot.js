import { h } from '../dom.js';
import { shell, sheetHead } from '../shell.js';
import { dayName, isoDay } from '../format.js';
import { now } from '../tester.js';

const DAYS = 7;
const two = (number) => String(number).padStart(2, '0');

/** Picks a whole hour of the coming week; hours that are too soon cannot be chosen. Resolves with an ISO time. */
export function pickSlot({ firstHour, lastHour, minLeadMinutes }, chosen) {
  const earliest = now() + minLeadMinutes * 60000;
  const at = (day, hour) => `${day}T${two(hour)}:00+08:00`;
  const possible = (day, hour) => new Date(at(day, hour)).getTime() >= earliest;
  const hours = Array.from({ length: lastHour - firstHour + 1 }, (_, index) => firstHour + index);
  const days = Array.from({ length: DAYS }, (_, index) => isoDay(now() + index * 86400000)).filter((day) => hours.some((hour) => possible(day, hour)));

  return shell.sheet(
    (close) => {
      const hourGrid = h('div', { class: 'hours' });
      const dayStrip = h('div', { class: 'days' });
      const show = (day) => {
        dayStrip.replaceChildren(
          ...days.map((one, index) => {
            const { near, date } = dayName(one, now());
            return h('button', { type: 'button', testid: `slot-day-${index}`, 'aria-pressed': String(one === day), onclick: () => show(one) }, near, h('small', {}, date));
          }),
        );
        hourGrid.replaceChildren(
          ...hours.map((hour) =>
            h(
              'button',
              {
                type: 'button',
                testid: `slot-hour-${hour}`,
                disabled: !possible(day, hour),
                'aria-pressed': String(at(day, hour) === chosen),
                onclick: () => close(at(day, hour)),
              },
              `${two(hour)}:00`,
            ),
          ),
        );
      };
      show(chosen?.slice(0, 10) ?? days[0]);
      return h('div', {}, sheetHead('选择配送时段', close), dayStrip, hourGrid);
    },
    { testid: 'slot-sheet' },
  );
}
