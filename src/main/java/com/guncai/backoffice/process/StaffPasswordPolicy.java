package com.guncai.backoffice.process;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyDigitRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLowerCaseRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicySpecialCharacterRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUpperCaseRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.springframework.stereotype.Component;

/**
 * What a password of staff has to be. Links of the page 员工 hold to it everywhere; in production the engine does as well,
 * wherever a password is set.
 */
@Component
public class StaffPasswordPolicy extends AbstractProcessEnginePlugin implements PasswordPolicy {
    public static final int SHORTEST = 12;

    /** For people. */
    public static final String TEXT = "至少 " + SHORTEST + " 位，要有大写字母、小写字母、数字和符号，不能含有账号或姓名";

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(
                new PasswordPolicyLengthRuleImpl(SHORTEST),
                new PasswordPolicyLowerCaseRuleImpl(1),
                new PasswordPolicyUpperCaseRuleImpl(1),
                new PasswordPolicyDigitRuleImpl(1),
                new PasswordPolicySpecialCharacterRuleImpl(1),
                new PasswordPolicyUserDataRuleImpl());
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setPasswordPolicy(this);
    }
}
