package com.guncai.backoffice.cashback;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.shared.ServiceCode;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What these services declare about themselves. */
@Configuration(proxyBeanMethods = false)
class CashbackServices {
    static final ServiceCode FUEL = ServiceCode.virtual("FUEL", "加油优惠").withCouponsForSale();
    static final ServiceCode EV_CHARGE =
            ServiceCode.virtual("EV_CHARGE", "新能源车充电").withCouponsForSale();
    static final ServiceCode CAR_WASH = ServiceCode.virtual("CAR_WASH", "车辆清洗").withCouponsForSale();
    static final ServiceCode MAINTENANCE =
            ServiceCode.virtual("MAINTENANCE", "车辆保养").withCouponsForSale();
    static final ServiceCode PAINT = ServiceCode.virtual("PAINT", "喷漆").withCouponsForSale();

    /** Services of which receipts are paid back. */
    static final List<ServiceCode> ALL = List.of(FUEL, EV_CHARGE, CAR_WASH, MAINTENANCE, PAINT);

    @Bean
    ServiceCode fuel() {
        return FUEL;
    }

    @Bean
    ServiceCode evCharge() {
        return EV_CHARGE;
    }

    @Bean
    ServiceCode carWash() {
        return CAR_WASH;
    }

    @Bean
    ServiceCode maintenance() {
        return MAINTENANCE;
    }

    @Bean
    ServiceCode paint() {
        return PAINT;
    }

    @Bean
    StaffGroup reviewDesk() {
        return new StaffGroup("review-desk", "审核台");
    }
}
