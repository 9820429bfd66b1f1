// Dates and times as people type them. The business runs on Asia/Shanghai, which has no summer time.
const ZONE = 8 * 3600_000;
const DAY = 24 * 3600_000;
const OFFSET = '+08:00';
let ahead = 0;

/** The server's time: the sandbox may have moved its clock. */
export function setNow(iso) { ahead = Date.parse(iso) - Date.now(); }
export const now = () => Date.now() + ahead;

const two = (number) => String(number).padStart(2, '0');
const half = (text) => String(text).normalize('NFKC').trim();
const parts = (millis) => {
  const local = new Date(millis + ZONE);
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate(), minutes: local.getUTCHours() * 60 + local.getUTCMinutes() };
};
const isoDay = ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`;

/** `2026-12-01` of today, in the business's zone. */
export const today = () => isoDay(parts(now()));

function day(year, month, date) {
  const made = new Date(Date.UTC(year, month - 1, date));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date ? isoDay({ year, month, day: date }) : null;
}

/** `12-1`, `1201`, `12月1日`, `2026/12/1`, `明天` → `2026-12-01`; null for what is no date. */
export function parseDate(typed) {
  const text = half(typed);
  const words = { 今天: 0, 明天: 1, 后天: 2 };
  if (text in words) return isoDay(parts(now() + words[text] * DAY));
  const full = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text);
  if (full && (text.length > 6)) return day(+full[1], +full[2], +full[3]);
  const short = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text);
  const { year, month } = parts(now());
  // Without a year it is the one nearest to today: 1-2 typed in December is next year's.
  if (short) return day(year + (month - short[1] > 6 ? 1 : short[1] - month > 6 ? -1 : 0), +short[1], +short[2]);
  const only = /^(\d{1,2})[日号]$/.exec(text);
  return only ? day(year, month, +only[1]) : null;
}

/** `1030`, `930`, `9:5`, `9点半`, `下午3点` → minutes of the day; null for what is no time. */
export function parseTime(typed) {
  let text = half(typed).replace(/\s/g, '').replace(/[点时.：]/g, ':').replace(/分$/, '').replace(/:半$/, ':30').replace(/:$/, '');
  const afternoon = /^(下午|晚上|pm)/i.test(text) || /pm$/i.test(text);
  text = text.replace(/^(上午|早上|下午|晚上|am|pm)|(am|pm)$/gi, '');
  const found = /^(\d{1,2})(?::(\d{1,2}))?(?::\d{2})?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text);
  if (!found) return null;
  const hour = +found[1] + (afternoon && +found[1] < 12 ? 12 : 0);
  const minute = +(found[2] ?? 0);
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}

const clock = (minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

function serialTime(minutes, format) {
  if (format === 'no_timezone') return clock(minutes);
  return format === 'utc_normalized' ? `${clock((minutes + 24 * 60 - 8 * 60) % (24 * 60))}Z` : clock(minutes) + OFFSET;
}

/** What a form keeps: ISO text, null for nothing, and what was typed (`date|time`) while it is no date or time. */
export function serial(field, dateText, timeText) {
  const wantsDate = field.subtype !== 'time';
  const wantsTime = field.subtype !== 'date';
  if (!(wantsDate && dateText.trim()) && !(wantsTime && timeText.trim())) return null;
  const date = parseDate(dateText);
  const time = parseTime(timeText);
  if ((wantsDate && !date) || (wantsTime && time === null)) return `${dateText}|${timeText}`;
  if (!wantsTime) return date;
  if (!wantsDate) return serialTime(time, field.timeSerializingFormat);
  if (field.timeSerializingFormat !== 'utc_normalized') return `${date}T${serialTime(time, field.timeSerializingFormat)}`;
  return new Date(Date.parse(`${date}T${clock(time)}${OFFSET}`)).toISOString().replace(':00.000', '');
}

/** The two texts of what a form keeps. */
export function shown(field, value) {
  if (value === null || value === undefined || value === '') return { date: '', time: '' };
  const text = String(value);
  if (text.includes('|')) return { date: text.split('|')[0], time: text.split('|')[1] };
  if (field.subtype === 'date') return { date: text.slice(0, 10).replaceAll('-', '/'), time: '' };
  if (field.subtype === 'time') {
    const minutes = parseTime(text.slice(0, 5));
    return { date: '', time: minutes === null ? text : clock(text.endsWith('Z') ? (minutes + 8 * 60) % (24 * 60) : minutes) };
  }
  const millis = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : text + OFFSET);
  if (Number.isNaN(millis)) return { date: text, time: '' };
  const { minutes, ...date } = parts(millis);
  return { date: isoDay(date).replaceAll('-', '/'), time: clock(minutes) };
}

/** What is wrong with it, in a sentence; null when nothing is. */
export function whatIsWrong(field, value) {
  if (value === null || value === undefined || value === '') return null;
  const { date, time } = shown(field, value);
  if (field.subtype !== 'time') {
    if (!date.trim()) return '还要填日期，例如 12-1 或 明天';
    const day = parseDate(date);
    if (!day) return `看不懂日期“${date.trim()}”，请写成 12-1 或 2026-12-1`;
    if (field.disallowPassedDates && day < today()) return `${+day.slice(5, 7)}月${+day.slice(8)}日已经过去了，请核对日期`;
  }
  if (field.subtype !== 'date') {
    if (!time.trim()) return '还要填时间，例如 1030 或 9:30';
    if (parseTime(time) === null) return `看不懂时间“${time.trim()}”，请写成 1030 或 9:30`;
  }
  return null;
}

/** For people: `12月1日 10:30`, with `今天` and `明天`. */
export function spoken(iso) {
  const { minutes, ...date } = parts(Date.parse(iso));
  const words = { [isoDay(parts(now()))]: '今天', [isoDay(parts(now() + DAY))]: '明天', [isoDay(parts(now() - DAY))]: '昨天' };
  return `${words[isoDay(date)] ?? `${date.month}月${date.day}日`} ${clock(minutes)}`;
}
