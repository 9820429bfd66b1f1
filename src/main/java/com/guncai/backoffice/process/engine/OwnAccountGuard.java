package com.guncai.backoffice.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;

/** Nobody deletes the own account: the engine gives everybody every right to it, and what they did would lose its name. */
class OwnAccountGuard extends CommandInterceptor {
    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof DeleteUserCmd)) {
            return next.execute(command);
        }
        var deleted = String.valueOf(new DirectFieldAccessor(command).getPropertyValue("userId"));
        return next.execute(new CheckedCommand<>(command, engine -> {
            if (deleted.equals(engine.getAuthenticatedUserId())) {
                throw new BadUserRequestException("不能删除自己的账号，请找系统管理员");
            }
        }));
    }
}
