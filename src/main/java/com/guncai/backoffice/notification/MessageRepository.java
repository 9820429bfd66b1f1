package com.guncai.backoffice.notification;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface MessageRepository extends Repository<Message, Long> {
    Message saveAndFlush(Message message);

    Optional<Message> findById(long id);

    Optional<Message> findByStepAndTemplateAndRecipientDigest(String step, String template, String recipientDigest);

    List<Message> findByBizId(String bizId);

    List<Message> findByOrderNoOrderById(String orderNo);
}
