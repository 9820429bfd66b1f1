package com.guncai.backoffice.notification;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MessageRepository extends Repository<Message, Long> {
    Message saveAndFlush(Message message);

    Optional<Message> findById(long id);

    Optional<Message> findByStepAndTemplateAndRecipientDigest(String step, String template, String recipientDigest);

    @Query("select m.bizId, m from Message m where m.bizId in :bizIds order by m.id")
    List<Taken> findByBizIdIn(Collection<String> bizIds);

    List<Message> findByOrderNoOrderById(String orderNo);

    /** A message beside the provider's number of it. */
    record Taken(String bizId, Message message) {}
}
