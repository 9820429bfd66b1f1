// What else Camunda's pages have in English in their templates.
export const within = 'body';

export const exact = {
  'zoom in': '放大',
  'zoom out': '缩小',
  'reset zoom': '恢复大小',
  'Toggle this section': '展开或收起',
  'Actions': '操作',
  'Failed Job': '作业失败',
  'Failed External Task': '外部任务失败',
  'Select all': '全选',
  'Unselect all': '全不选',
  'Download': '下载',
  'Upload': '上传',
  'Add variable': '添加变量',
  'Message is null.': '没有错误信息。',
  'Invalid Date Value.': '日期无效。',
  'Loading diagram': '正在加载流程图',
  'Suspended Job Definition': '已挂起的作业定义',
  'Jonny': '名',
  'Prosciutto': '姓',
  'j.prosciutto@acme.org': 'name@example.com',
};

export const patterns = [
  [/^Only a (\w+) value is allowed$/, '只能填写 $1 类型的值'],
];

export const appSwitch = {
  within: '.app-switch',
  exact: { Admin: '用户与权限', Cockpit: '流程监控', Tasklist: '任务列表', Welcome: '首页' },
};
