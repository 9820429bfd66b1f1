package com.guncai.backoffice.coupon.batch;

import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.coupon.CouponProduct;
import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.process.StaffDirectory;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Money;
import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the page 券码与批次 shows. */
@Hidden
@RestController
@RequestMapping("/staff/api")
class BatchController {
    private static final int PAGE = 20;

    private final BatchSearch search;
    private final BatchFigures figures;
    private final CouponProducts products;
    private final CouponIssues issues;
    private final StaffDirectory staff;

    BatchController(
            BatchSearch search,
            BatchFigures figures,
            CouponProducts products,
            CouponIssues issues,
            StaffDirectory staff) {
        this.search = search;
        this.issues = issues;
        this.staff = staff;
        this.figures = figures;
        this.products = products;
    }

    /**
     * The newest first, twenty a page.
     *
     * @param q the number of a batch or a case, a product, who handed it in, or a whole phone number or code that is in it
     */
    @GetMapping("/batches")
    Batches batches(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "") String q, Principal reader) {
        var found = search.find(q, PageRequest.of(Math.max(0, page), PAGE));
        var cases = found.map(Batch::caseNo).getContent();
        var told = figures.told(cases);
        var codes = figures.codes(cases);
        var names = products.all().stream().collect(toMap(CouponProduct::id, Function.identity()));
        return new Batches(
                found.stream()
                        .map(batch -> item(
                                batch,
                                Objects.requireNonNull(names.get(batch.productId())),
                                told.get(batch.caseNo()),
                                codes.get(batch.caseNo()),
                                reader.getName()))
                        .toList(),
                found.getNumber(),
                found.getTotalPages());
    }

    /** Whoever handed a list in takes it back. */
    @PostMapping("/batches/{caseNo}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String caseNo, Principal staff) {
        issues.withdraw(caseNo, staff.getName());
    }

    /** For the start forms: every product, those with codes marked. */
    @GetMapping("/products")
    List<Product> products() {
        return products.all().stream()
                .map(product -> new Product(product.id(), product.name(), product.hasCodes()))
                .toList();
    }

    private Item item(
            Batch batch,
            CouponProduct product,
            BatchFigures.@Nullable Told told,
            BatchFigures.@Nullable Codes codes,
            String reader) {
        var undecided = batch.state() == BatchState.READY || batch.state() == BatchState.UNREADABLE;
        var counts = batch.counts();
        var issued = batch.kind() == Batch.Kind.ISSUE && batch.state() == BatchState.DONE;
        var owners = told == null || !issued ? new BatchFigures.Told(batch.caseNo(), 0, 0, 0) : told;
        return new Item(
                batch.caseNo(),
                batch.kind().name(),
                Objects.requireNonNullElse(batch.batchNo(), ""),
                product.name(),
                batch.fileName(),
                batch.state().name(),
                batch.state().label(),
                Objects.requireNonNullElse(batch.failure(), ""),
                staff.name(batch.startedBy()),
                BusinessTime.text(batch.startedAt()),
                decided(batch.decision()),
                undecided
                        && batch.kind() == Batch.Kind.ISSUE
                        && batch.startedBy().equals(reader),
                batch.rowsRead(),
                counts.good(),
                counts.bad(),
                counts.coupons(),
                owners.rows(),
                owners.told(),
                owners.refused(),
                codes == null ? 0 : codes.inStock(),
                codes == null ? 0 : codes.discarded(),
                codes == null || codes.discarded() == 0 ? "" : Money.yuan(loss(batch, product, codes)));
    }

    private String decided(@Nullable BatchDecision decision) {
        return decision == null
                ? ""
                : staff.name(decision.by()) + "，" + BusinessTime.text(decision.at())
                        + (decision.reason().isEmpty() ? "" : "：" + decision.reason());
    }

    /** At what was paid for the file; at face value when nobody said. */
    private static long loss(Batch batch, CouponProduct product, BatchFigures.Codes codes) {
        var paid = batch.costFen();
        return paid == null
                ? codes.discarded() * product.faceFen()
                : (paid * codes.discarded() + codes.imported() / 2) / codes.imported();
    }

    record Batches(List<Item> items, int page, int pages) {}

    record Product(String id, String name, boolean codes) {}

    /**
     * @param decided who decided, when, and why
     * @param withdrawable whether the reader may take it back
     * @param toTell owners of an issued batch; {@code told} of them have been told or refused
     * @param inStock codes of an import that are still there; {@code loss} is what the discarded ones had cost
     */
    record Item(
            String caseNo,
            String kind,
            String batchNo,
            String product,
            String file,
            String state,
            String stateLabel,
            String failure,
            String startedBy,
            String startedAt,
            String decided,
            boolean withdrawable,
            int rowsRead,
            int good,
            int bad,
            int coupons,
            int toTell,
            int told,
            int refused,
            int inStock,
            int discarded,
            String loss) {}
}
