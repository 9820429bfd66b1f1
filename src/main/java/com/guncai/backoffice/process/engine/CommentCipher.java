package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.shared.PersonalDataCipher;
import java.util.Collection;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Keeps comments on tasks encrypted: those of earlier releases, as {@link NoteInterceptor} makes notes of new ones. An attachment
 * would stand in the engine in clear: it is refused.
 */
class CommentCipher extends CommandInterceptor {
    private final Supplier<PersonalDataCipher> personalData;

    CommentCipher(Supplier<PersonalDataCipher> personalData) {
        this.personalData = personalData;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof CreateAttachmentCmd || command instanceof SaveAttachmentCmd) {
            throw new BadUserRequestException("任务不接受附件");
        }
        if (command instanceof UpdateCommentCmd) {
            encrypt(command);
        }
        var result = next.execute(command);
        if (result instanceof CommentEntity comment) {
            decrypt(comment);
        } else if (result instanceof Collection<?> many) {
            many.forEach(each -> {
                if (each instanceof CommentEntity comment) {
                    decrypt(comment);
                }
            });
        }
        return result;
    }

    private void encrypt(Command<?> command) {
        var fields = new DirectFieldAccessor(command);
        if (fields.getPropertyValue("message") instanceof String typed) {
            fields.setPropertyValue("message", personalData.get().convertToDatabaseColumn(typed));
        }
    }

    /** Outside of the command: what is read out is not written back. */
    private void decrypt(CommentEntity comment) {
        var stored = comment.getFullMessage();
        var typed = stored == null ? null : personalData.get().inClear(stored);
        if (typed != null && !typed.equals(stored)) {
            comment.setFullMessage(typed);
            comment.setMessage(typed);
        }
    }
}
