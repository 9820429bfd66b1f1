// The viewer of decision tables.
export const within = '.dmn-decision-table-container';

export const exact = {
  'Hit policy:': '命中策略：',
  'Unique': '唯一',
  'First': '首个',
  'Priority': '优先级',
  'Any': '任意',
  'Collect': '汇总',
  'Rule order': '规则顺序',
  'Output order': '输出顺序',
  'When': '当',
  'And': '且',
  'Then': '则',
  'Annotations': '备注',
  'View DRD': '查看需求图',
};
