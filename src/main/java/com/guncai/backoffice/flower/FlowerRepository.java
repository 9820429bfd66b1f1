package com.guncai.backoffice.flower;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface FlowerRepository extends Repository<Flower, String> {
    List<Flower> findByOfferedTrueOrderByPosition();

    List<Flower> findAllByOrderByPosition();

    Optional<Flower> findById(String id);
}
