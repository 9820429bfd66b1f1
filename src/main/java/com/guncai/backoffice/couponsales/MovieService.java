package com.guncai.backoffice.couponsales;

import com.guncai.backoffice.shared.ServiceCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the one service declares about itself whose coupons are all it has. */
@Configuration(proxyBeanMethods = false)
class MovieService {
    static final ServiceCode MOVIE = ServiceCode.virtual("MOVIE", "观影选座").withCouponsForSale();

    @Bean
    ServiceCode movie() {
        return MOVIE;
    }
}
