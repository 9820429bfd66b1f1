package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.allowed.NoClasses;
import com.guncai.backoffice.process.allowed.NoScripts;
import com.guncai.backoffice.process.allowed.PlainFeel;
import com.guncai.backoffice.process.deployment.DeploymentValidator;
import com.guncai.backoffice.process.version.ModelChanges;
import com.guncai.backoffice.process.version.VersionedRepositoryService;
import com.guncai.backoffice.shared.PersonalDataCipher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What this product adds to the engine: which beans models see, how cards are read, what a form may answer, who may work at
 * a task, when a job gives up.
 */
@Component
@Order(0)
class EngineConfiguration extends AbstractCamundaConfiguration {
    /** Decisions of gateways, and references to cards, say nothing about anybody. */
    private static final Set<String> IN_CLEAR = Set.of("boolean", "null", TaskFormDataSerializer.NAME);

    private final ApplicationContext context;
    private volatile @Nullable Set<String> caseNumbers;
    private volatile @Nullable Set<String> withoutHistory;

    EngineConfiguration(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        EngineSchema.migrate(context.getBean(DataSource.class));
        var expressions = new ModelExpressionManager(context);
        engine.setExpressionManager(expressions);
        engine.setBpmnParseFactory(parser -> new GuardedBpmnParse(parser, expressions));
        engine.setScriptingEngines(new NoScripts());
        engine.setArtifactFactory(new NoClasses());
        engine.setDmnEngineConfiguration(PlainFeel.decisions());
        engine.setCustomSessionFactories(
                List.of(ReleasePageResources.factory(), ExecutionTrees.factory(), OwnRights.factory()));
        @SuppressWarnings("rawtypes")
        List<TypedValueSerializer> serializers = new ArrayList<>();
        serializers.add(new TaskFormDataSerializer(context));
        engine.setCustomPreVariableSerializers(serializers);
        engine.setCustomJobHandlers(List.of(new DeferredFactHandler(context)));
        engine.setCustomHistoryLevels(List.of(new HistoryWithoutFormData(
                this::keepsHistory, name -> caseNumbers().contains(name))));
        engine.setRepositoryService(new VersionedRepositoryService(() -> context.getBean(ModelChanges.class)));
        engine.setCustomPreDeployers(List.of(new DeploymentValidator(context)));
        engine.setCustomPreBPMNParseListeners(List.of(
                new UserTaskParseListener(new TaskDeadlineListener(context), new PreferredAssignee(context)),
                new PaymentParseListener(),
                new CaseEndGuard(new CaseProcesses(context))));
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), new TaskCandidateChecker(context)));
        engine.setResourceAuthorizationProvider(new ProcessAuthorizationProvider(context));
        var forms = new DeployedForms();
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(
                new FailureInterceptor(),
                new TaskFaultInterceptor(),
                new NoteInterceptor(context),
                new CommentCipher(() -> context.getBean(PersonalDataCipher.class)),
                new OwnAccountGuard(),
                new FormFieldGuard(forms, this::caseNumbers),
                new VariableGuard(forms, () -> engine.getIdentityService().getCurrentAuthentication() != null),
                new TaskClaimGuard(context),
                new TaskAssignmentGuard(context),
                new ConflictRetryInterceptor(),
                new TaskOwnerGuard(new TaskCompletionRecorder(context))));
    }

    /** Camunda's starter sets its own before the engine is made, after us. */
    @Override
    public void postInit(SpringProcessEngineConfiguration engine) {
        engine.setFailedJobCommandFactory(FailedJobCommand::new);
    }

    /** When every plugin has added its serializers. */
    @Override
    public void postProcessEngineBuild(ProcessEngine built) {
        var serializers =
                ((ProcessEngineConfigurationImpl) built.getProcessEngineConfiguration()).getVariableSerializers();
        List.copyOf(serializers.getSerializers()).stream()
                .filter(each -> !IN_CLEAR.contains(each.getName()))
                .forEach(each -> {
                    var place = serializers.getSerializerIndexByName(each.getName());
                    serializers.removeSerializer(each);
                    serializers.addSerializer(encrypted(each), place);
                });
    }

    private <T extends TypedValue> TypedValueSerializer<T> encrypted(TypedValueSerializer<T> plain) {
        return new EncryptedSerializer<>(
                plain,
                context.getBean(PersonalDataCipher.class),
                name -> name != null && caseNumbers().contains(name));
    }

    private boolean keepsHistory(String process) {
        var silent = withoutHistory;
        if (silent == null) {
            silent = context.getBeansOfType(CaseProcess.class).values().stream()
                    .filter(each -> !each.keepsHistory())
                    .map(CaseProcess::key)
                    .collect(Collectors.toUnmodifiableSet());
            withoutHistory = silent;
        }
        return !silent.contains(process);
    }

    private Set<String> caseNumbers() {
        var known = caseNumbers;
        if (known == null) {
            known = context.getBeansOfType(CaseProcess.class).values().stream()
                    .flatMap(process -> process.caseNumbers().stream())
                    .collect(Collectors.toUnmodifiableSet());
            caseNumbers = known;
        }
        return known;
    }
}
