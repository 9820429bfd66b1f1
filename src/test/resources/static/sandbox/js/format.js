const ZONE = 'Asia/Shanghai';

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false });
const full = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
const day = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
const date = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, year: 'numeric', month: 'long', day: 'numeric' });
const weekday = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, weekday: 'short' });

/** Fen as yuan: 12000 → 120.00. */
export const yuan = (fen) => (fen / 100).toFixed(2);

/** Fen as short yuan: 3000 → 30, 3050 → 30.5. */
export const shortYuan = (fen) => String(fen / 100);

/** A phone number as the API shows it: 138****0000. */
export const masked = (phone) => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** 11月25日 10:00. */
export function toMinute(time) {
  const [, month, dayOfMonth] = isoDay(new Date(time)).split('-').map(Number);
  return `${month}月${dayOfMonth}日 ${toClock(time)}`;
}

export const toClock = (time) => clock.format(new Date(time));
export const toSecond = (time) => full.format(new Date(time));
export const toDate = (time) => date.format(new Date(time));

/** The day in Asia/Shanghai as 2026-11-24. */
export const isoDay = (time) => day.format(new Date(time));

/** 今天, 明天, or 11月26日 周四. */
export function dayName(iso, now) {
  const noon = new Date(`${iso}T12:00+08:00`);
  const days = Math.round((noon - new Date(`${isoDay(now)}T12:00+08:00`)) / 86400000);
  const near = ['今天', '明天', '后天'][days];
  const [, month, dayOfMonth] = iso.split('-').map(Number);
  return { near: near ?? weekday.format(noon), date: `${month}月${dayOfMonth}日` };
}

/** 11月25日 10:00–11:00. */
export function slotName(slot) {
  const start = new Date(slot);
  return `${toMinute(start)}–${toClock(new Date(start.getTime() + 3600000))}`;
}
