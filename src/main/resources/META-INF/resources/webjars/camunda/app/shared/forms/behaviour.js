// What all task forms do beyond form-js, in the Tasklist and on the page of tasks.
import { dateTimeField } from './date-time.js';
import { formJs } from './form-js.js';
import { sentence } from './sentences.js';

/** Leaves out the errors of fields that are hidden: they would keep 完成 grey with nothing red on the screen. */
function visibleOnly(form, { errors, data, initialData }) {
  const registry = form.get('formFieldRegistry');
  const conditions = form.get('conditionChecker');
  const hidden = (id) => {
    for (let field = registry.get(id); field; field = registry.get(field._parent)) {
      if (field.conditional?.hide && conditions.check(field.conditional.hide, { ...initialData, ...data }) === true) return true;
    }
    return false;
  };
  return Object.fromEntries(Object.entries(errors).filter(([id, found]) => found !== undefined && !hidden(id)));
}

/** What a form begins with is what its variables offer as `defaults`, where nothing is entered yet. */
export function withDefaults(data = {}) {
  const offered = Object.values(data).filter((value) => value?.defaults && typeof value.defaults === 'object');
  const filled = { ...data };
  offered.forEach(({ defaults }) => Object.entries(defaults).forEach(([key, value]) => { filled[key] ??= value; }));
  return filled;
}

function improve({ prototype }) {
  const { _createInjector: inject, _setState: set, importSchema } = prototype;
  prototype._createInjector = function createInjector(...options) {
    const injector = inject.apply(this, options);
    const validator = injector.get('validator');
    const registry = injector.get('formFieldRegistry');
    const validate = validator.validateFieldInstance;
    validator.validateFieldInstance = function validateInOneSentence(instance, value) {
      const errors = validate.call(this, instance, value);
      const field = registry.get(instance.id);
      const wrong = field ? sentence(field, value, errors) : errors[0];
      return wrong ? [wrong] : [];
    };
    return injector;
  };
  prototype._setState = function setState(change) {
    const next = { ...this._state, ...change };
    return set.call(this, next.schema && next.errors ? { ...change, errors: visibleOnly(this, next) } : change);
  };
  prototype.importSchema = function importWithDefaults(schema, data) {
    return importSchema.call(this, schema, withDefaults(data));
  };
}

/** To be called once a page, when Camunda's bundle is there. */
export function improveForms() {
  const { library } = formJs();
  if (library.Form.improved) return library;
  library.Form.improved = true;
  const place = library.formFields.findIndex(({ config }) => config.type === 'datetime');
  library.formFields[place] = dateTimeField();
  improve(library.Form);
  return library;
}
