// form-js 1.8.7, which draws the task forms, keeps its texts in the code; they are replaced as they appear.
export const exact = {
  'Field is required.': '请填写此项。',
  'Field must be a valid email.': '请填写有效的电子邮箱。',
  'Field must be a valid international phone number. (e.g. +4930664040900)': '请填写国际格式的电话号码（例如 +8613800000000）。',
  'Value is not a number.': '请填写数字。',
  'Value is expected to be an integer.': '请填写整数。',
  'Date and time must both be entered.': '日期和时间都要填写。',
  'Select': '请选择',
  'Search': '搜索',
  'No results': '没有匹配项',
  'All values selected': '已全部选择',
  'Nothing to show.': '没有数据。',
  'No options source defined in the form definition': '表单没有设置选项',
  'Add new': '添加一项',
  'Collapse': '收起',
  'Skip to search': '跳到搜索',
  'Remove tag': '移除',
  'Previous page': '上一页',
  'Next page': '下一页',
  'Increment': '增加',
  'Decrement': '减少',
  'This is an image placeholder': '图片',
  'Click to remove sorting': '点击取消排序',
  'hh:mm': '时:分',
  'hh:mm ?m': '时:分',
  'yyyy/mm/dd': '年/月/日',
  'mm/dd/yyyy': '月/日/年',
};

export const patterns = [
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, '最多保留 $1 位小数。'],
  [/^Please select a valid value, the two nearest valid values are (\S+) and (\S+)\.$/, '请填写有效的数值，最接近的是 $1 和 $2。'],
  // A regular expression says nothing to a clerk; the field's description has to say what is wanted.
  [/^Field must match pattern [^]*\.$/, '格式不正确，请检查。'],
  [/^Field must have minimum value of (.+)\.$/, '不能小于 $1。'],
  [/^Field must have maximum value of (.+)\.$/, '不能大于 $1。'],
  [/^Field must have minimum length of (\d+)\.$/, '至少填写 $1 个字。'],
  [/^Field must have maximum length of (\d+)\.$/, '最多填写 $1 个字。'],
  [/^Expand all \((\d+)\)$/, '展开全部（$1）'],
  [/^Remove list item (\d+)$/, '移除第 $1 项'],
  [/^Click to sort by ([^]+) (?:ascending|descending)$/, '点击按“$1”排序'],
];

// Only where form-js puts its own texts: what a form's author or a clerk wrote is never touched.
export const within = [
  '.fjs-form-field-error', '.fjs-select-placeholder', '.fjs-dropdownlist', '.fjs-table-middle-container',
  '.fjs-repeat-render-footer', '.fjs-taglist-skip-link',
].join(',');
export const attributesWithin = '.fjs-container';
