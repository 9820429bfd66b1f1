// One sentence per field that says what is wrong with it, instead of form-js's own texts.
import { whatIsWrong } from './when.js';

const PHONE = /^(1[3-9]\d{9}|(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?|400-?\d{3}-?\d{4})$/;
const CHOICES = ['radio', 'select', 'checklist', 'taglist'];

const name = (field) => (field.label ?? field.dateLabel ?? field.timeLabel ?? '此项').replace(/（.*?）|\(.*?\)$/g, '').trim();
const isMoney = (field) => field.appearance?.prefixAdorner === '¥' || /Yuan$/.test(field.key ?? '');

function required(field) {
  if (CHOICES.includes(field.type)) return `请选择“${name(field)}”`;
  return field.type === 'checkbox' ? `请勾选“${name(field)}”` : `请填写${name(field)}`;
}

function money(text) {
  if (/^[-−－]/.test(text)) return '金额不能是负数';
  if (/^\d+[.]\d{3,}$/.test(text)) return '金额最多两位小数，例如 128.50';
  return '金额只写数字，单位是元，例如 128 或 128.50';
}

/** @returns the sentence for what form-js found first; null when the field is right */
export function sentence(field, value, errors) {
  const text = typeof value === 'string' ? value.trim() : value;
  const empty = text === null || text === undefined || text === '';
  if (field.type === 'datetime' && !empty) return whatIsWrong(field, value);
  if (field.type === 'textfield' && !empty && /[pP]hone$/.test(field.key ?? '') && !PHONE.test(text)) {
    return '电话写 11 位手机号，或带区号的座机，例如 0771-5550001';
  }
  if (!errors.length) return null;
  const [error] = errors;
  if (errors.includes('Field is required.')) return required(field);
  if (isMoney(field)) return money(String(text));
  const rules = field.validate ?? {};
  if (/minimum length/.test(error)) return `${name(field)}至少 ${rules.minLength} 个字，现在 ${text.length} 个`;
  if (/maximum length/.test(error)) return `${name(field)}最多 ${rules.maxLength} 个字，现在 ${text.length} 个`;
  if (/match pattern/.test(error)) return `${name(field)}格式不对${field.description ? '，请看下面的说明' : '，请检查'}`;
  if (/minimum value/.test(error)) return Number(rules.min) === 0 ? `${name(field)}不能是负数` : `${name(field)}不能小于 ${rules.min}`;
  if (/maximum value/.test(error)) return `${name(field)}不能大于 ${rules.max}`;
  if (/not a number/.test(error)) return `${name(field)}请填写数字`;
  return error;
}
