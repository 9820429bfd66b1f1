package com.guncai.backoffice.process.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.TaskCard;
import com.guncai.backoffice.process.TaskFormData;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.impl.type.PrimitiveValueTypeImpl;
import org.camunda.bpm.engine.variable.impl.value.PrimitiveTypeValueImpl;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.context.ApplicationContext;

/** Writes a {@link TaskFormData} as a reference and reads it as the {@code Json} value that forms understand. */
class TaskFormDataSerializer extends AbstractTypedValueSerializer<TypedValue> {
    static final String NAME = "case-card";

    private static final String KIND = "/";
    private static final CaseCardType TYPE = new CaseCardType();

    private final ApplicationContext context;
    private final CardReaders readers;
    private final CardNotes notes;

    TaskFormDataSerializer(ApplicationContext context) {
        super(TYPE);
        this.context = context;
        this.readers = new CardReaders(context);
        this.notes = new CardNotes(context);
    }

    @Override
    public String getName() {
        return TYPE.getName();
    }

    @Override
    protected boolean canWriteValue(TypedValue value) {
        return value.getValue() instanceof TaskFormData;
    }

    @Override
    public TypedValue convertToTypedValue(UntypedValueImpl untyped) {
        return new CaseCardValue((TaskFormData) untyped.getValue());
    }

    @Override
    public void writeValue(TypedValue value, ValueFields fields) {
        var card = (TaskFormData) value.getValue();
        fields.setTextValue(card.kind().isEmpty() ? card.process() : card.process() + KIND + card.kind());
        fields.setTextValue2(card.caseNo());
    }

    @Override
    public TypedValue readValue(ValueFields fields, boolean deserialize, boolean asTransient) {
        var name = fields.getTextValue().split(KIND);
        var process = context.getBean(name[0], CaseProcess.class);
        try {
            if (!readers.include(process, fields.getTextValue2())) {
                return SpinValues.jsonValue("{}").setTransient(asTransient).create();
            }
            var content = process.cardContent(fields.getTextValue2(), name.length > 1 ? name[1] : "");
            var json = context.getBean(ObjectMapper.class)
                    .writer()
                    .withAttribute(TaskCard.Appendix.class, notes.of(process, fields.getTextValue2()))
                    .writeValueAsString(content);
            return SpinValues.jsonValue(json).setTransient(asTransient).create();
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("card of " + fields.getTextValue() + " is no JSON", unwritable);
        }
    }

    private static class CaseCardType extends PrimitiveValueTypeImpl {
        CaseCardType() {
            super(NAME, TaskFormData.class);
        }

        @Override
        public TypedValue createValue(Object value, java.util.Map<String, Object> valueInfo) {
            return new CaseCardValue((TaskFormData) value);
        }
    }

    private static class CaseCardValue extends PrimitiveTypeValueImpl<TaskFormData> {
        CaseCardValue(TaskFormData card) {
            super(card, TYPE);
        }
    }
}
