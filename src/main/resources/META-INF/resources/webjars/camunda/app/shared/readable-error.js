// What the engine says, in words a clerk can act on. A domain method's own (Chinese) message is kept as it is.
const KNOWN = [
  [/already claimed by someone else/i, '任务已被他人认领，请刷新任务列表。'],
  [/Cannot find task with id|No matching task with id|task is null/i, '任务已不存在，可能已由他人办理。请刷新任务列表。'],
  [/updated by another transaction concurrently|OptimisticLocking/i, '数据刚刚被他人修改，请刷新后重试。'],
  [/is suspended/i, '已挂起，暂时无法办理。请联系主管。'],
  [/does not have (one of )?the following permissions|does not have '.+' permission|Required admin authenticated/i, '您没有执行此操作的权限。'],
  [/Unknown property used in expression: (\S+?)\.?$/, '流程缺少数据 $1，请联系主管。'],
  [/No matching process definition|no processes deployed|deployed process definition is null/i, '找不到流程定义，可能已被删除。'],
  [/exceeds .*(size|maximum)|Maximum upload size exceeded|too large/i, '文件过大，请压缩后重试。'],
  [/Cannot instantiate process definition|Cannot submit task form|Cannot complete task/i, '系统未能保存，请稍后重试；如果仍然失败，请联系主管。'],
  [/'(\S+)' is a required|form field with id '(\S+)' .*required/i, '有必填项没有填写。'],
  [/Request Timeout|timed out/i, '请求超时，请刷新页面后重试。'],
];

const WORDS = {
  'access': '使用', 'read': '查看', 'update': '修改', 'create': '新建', 'delete': '删除', 'create_instance': '发起', 'read_instance': '查看实例',
  'update_instance': '修改实例', 'delete_instance': '删除实例', 'read_task': '查看任务', 'update_task': '修改任务', 'task_work': '办理任务',
  'task_assign': '分配任务', 'read_history': '查看历史', 'retry_job': '重试作业', 'suspend': '挂起', 'all': '全部操作', 'migrate_instance': '迁移实例',
  'application': '应用', 'authorization': '授权', 'batch': '批处理', 'deployment': '部署', 'filter': '筛选器', 'group': '用户组',
  'decision definition': '决策定义', 'process definition': '流程定义', 'processdefinition': '流程定义', 'process instance': '流程实例',
  'processinstance': '流程实例', 'task': '任务', 'tenant': '租户', 'user': '用户',
};

const DENIED = '您没有权限：';
const CHINESE = /[\u4e00-\u9fff]/;

function denied(message) {
  const words = Object.keys(WORDS).sort((a, b) => b.length - a.length).map((word) => word.replace(' ', '[ _]')).join('|');
  return message.replace(new RegExp(`(?<![\\w-])(${words})(?![\\w-])`, 'gi'),
    (word) => WORDS[word.toLowerCase()] ?? WORDS[word.toLowerCase().replace('_', ' ')] ?? word);
}

/** The part of an engine's message that a person should read; other text comes back unchanged. */
export function readable(message) {
  if (typeof message !== 'string' || message === '') return message;
  if (message.startsWith(DENIED)) return denied(message);
  const text = message.split(/Cause: /).pop()
    .replace(/^Cannot [a-z ]+ (?:[\w-]+:)*[\w-]+: /, '')
    .replace(/ENGINE(-REST)?-\d{5}\s*/g, '')
    .replace(/(?:[a-z_][\w$]*\.){2,}[A-Z][\w$]*(?:Exception|Error):?\s*/g, '')
    .trim();
  if (CHINESE.test(text)) return text;
  const known = KNOWN.find(([pattern]) => pattern.test(message));
  if (!known) return text;
  const [pattern, chinese] = known;
  return chinese.replace('$1', pattern.exec(message)[1] ?? '');
}
