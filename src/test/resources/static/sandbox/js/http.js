/** A refusal, with the sentence that is fit to show. */
export class Refusal extends Error {
  constructor(status, code, detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

/** Sends JSON (or a form) and reads JSON, or a file as a blob; a problem becomes a Refusal. */
export async function call(method, path, { body, headers = {}, form, file = false } = {}) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
  } catch {
    throw new Refusal(0, 'OFFLINE', '网络连接失败，请稍后再试');
  }
  if (answer.ok && file) return answer.blob();
  const text = await answer.text();
  let json;
  try {
    json = text ? JSON.parse(text) : undefined;
  } catch {
    json = undefined;
  }
  if (!answer.ok) throw new Refusal(answer.status, json?.code ?? '', json?.detail ?? `服务暂时不可用（${answer.status}）`);
  return json;
}

/** A key that makes a repeated call the same call; also where the browser offers no randomUUID. */
export function freshKey() {
  return crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
}
