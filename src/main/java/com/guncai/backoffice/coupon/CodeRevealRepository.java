package com.guncai.backoffice.coupon;

import org.springframework.data.repository.Repository;

interface CodeRevealRepository extends Repository<CodeReveal, Long> {
    CodeReveal save(CodeReveal reveal);
}
