import { formJs } from './form-js.js';
import { parseDate, parseTime, serial, shown } from './when.js';

// What is being typed into which field; read again as a date only when the field is left, or the caret would jump.
const typing = new Map();

/** Replaces form-js's field for dates and times, which erases what it does not read. Same places, ids and labels. */
export function dateTimeField() {
  const { library: { Label, Description, Errors, Datetime }, jsx } = formJs();

  function DateTime({ field, value, errors = [], domId, disabled, readonly, onChange, onBlur, onFocus }) {
    const texts = { ...shown(field, value), ...typing.get(domId) };
    const required = field.validate?.required;
    const change = (part, text) => {
      typing.set(domId, { ...typing.get(domId), [part]: text });
      const { date, time } = { ...texts, ...typing.get(domId) };
      onChange({ field, value: serial(field, date, time) });
    };
    const leave = (part, text) => {
      const { [part]: left, ...others } = typing.get(domId) ?? {};
      const readable = part === 'date' ? parseDate(text) : parseTime(text) !== null;
      if (left !== undefined && readable) {
        typing.set(domId, others);
        const { date, time } = { ...texts, ...others };
        onChange({ field, value: serial(field, date, time) });
      }
      onBlur?.();
    };
    const input = (part, label, placeholder) => jsx('div', {
      class: 'fjs-datetime-subsection',
      children: [
        jsx(Label, { htmlFor: `${domId}-${part}`, label, required }),
        jsx('div', {
          class: `fjs-input-group${disabled ? ' fjs-disabled' : ''}${errors.length ? ' hasErrors' : ''}`,
          children: jsx('input', {
            class: part === 'date' ? 'fjs-input flatpickr-input' : 'fjs-input',
            type: 'text', id: `${domId}-${part}`, value: texts[part], disabled, readOnly: readonly, placeholder, autoComplete: 'off',
            inputMode: 'text', 'aria-invalid': errors.length > 0, 'aria-describedby': `${domId}-error-message`,
            onInput: ({ target }) => change(part, target.value),
            onBlur: ({ target }) => leave(part, target.value),
            onFocus: () => onFocus?.(),
          }),
        }),
      ],
    });
    const wanted = [
      field.subtype !== 'time' && input('date', field.dateLabel, '12-1'),
      field.subtype !== 'date' && input('time', field.timeLabel, '1030'),
    ].filter(Boolean);
    return jsx('div', {
      class: `fjs-form-field fjs-form-field-datetime${errors.length ? ' fjs-has-errors' : ''}${disabled ? ' fjs-disabled' : ''}`,
      children: [
        jsx('div', { class: 'fjs-vertical-group guncai-when', children: wanted }),
        jsx(Description, { id: `${domId}-description`, description: field.description }),
        jsx(Errors, { id: `${domId}-error-message`, errors }),
      ],
    });
  }

  DateTime.config = { ...Datetime.config, sanitizeValue: ({ value }) => (typeof value === 'string' && value ? value : null) };
  return DateTime;
}
