package com.guncai.backoffice.staff.orders;

import org.springframework.data.repository.Repository;

interface OrderExportRepository extends Repository<OrderExport, Long> {
    OrderExport save(OrderExport export);
}
