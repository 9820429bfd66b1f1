// Both calendars of the Tasklist: flatpickr inside task forms, ui-bootstrap for due and follow-up dates.
const MONTHS = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);
const DAYS = ['日', '一', '二', '三', '四', '五', '六'];

export function translateFlatpickr() {
  window.flatpickr?.localize({
    weekdays: { shorthand: DAYS, longhand: DAYS.map((day) => `星期${day}`) },
    months: { shorthand: MONTHS, longhand: MONTHS },
    ordinal: () => '',
    firstDayOfWeek: 1,
    rangeSeparator: ' 至 ',
    weekAbbreviation: '周',
    scrollTitle: '滚动可增减',
    toggleTitle: '点击切换',
    amPM: ['上午', '下午'],
    yearAriaLabel: '年',
    monthAriaLabel: '月',
    hourAriaLabel: '时',
    minuteAriaLabel: '分',
    time_24hr: true,
  });
}

/** For an AngularJS run block. */
export function translateAngularDates($locale, $injector) {
  Object.assign($locale.DATETIME_FORMATS, {
    MONTH: MONTHS, STANDALONEMONTH: MONTHS, SHORTMONTH: MONTHS,
    DAY: DAYS.map((day) => `星期${day}`), SHORTDAY: DAYS, AMPMS: ['上午', '下午'], FIRSTDAYOFWEEK: 0,
  });
  const change = (name, values) => $injector.has(name) && Object.assign($injector.get(name), values);
  change('uibDatepickerConfig', { formatDayTitle: 'yyyy年 MMMM', formatMonthTitle: 'yyyy年', startingDay: 1, showWeeks: false });
  change('uibDatepickerPopupConfig', { currentText: '今天', clearText: '清除', closeText: '完成' });
  change('uibTimepickerConfig', { showMeridian: false });
  const templates = $injector.get('$templateCache');
  for (const name of ['day', 'month', 'year'].map((view) => `uib/template/datepicker/${view}.html`)) {
    const template = templates.get(name);
    if (template) templates.put(name, template.replaceAll('>previous<', '>上一页<').replaceAll('>next<', '>下一页<'));
  }
}
