package com.guncai.backoffice.ratelimit;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Bucket4j's buckets in a table that all nodes share, on H2 and PostgreSQL alike: whoever changes one first wins. */
@Component
class BucketTable extends AbstractCompareAndSwapBasedProxyManager<String> {
    /** No limit lasts longer. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    BucketTable(JdbcTemplate jdbc, Clock clock) {
        super(ClientSideConfig.getDefault().withClientClock(time(clock)));
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String bucket) {
        return new CompareAndSwapOperation() {
            @Override
            public Optional<byte[]> getStateData(Optional<Long> timeout) {
                return jdbc
                        .query("select state from rate_bucket where id = ?", (row, n) -> row.getBytes(1), bucket)
                        .stream()
                        .findFirst();
            }

            @Override
            public boolean compareAndSwap(
                    byte[] before, byte[] after, RemoteBucketState state, Optional<Long> timeout) {
                return before == null ? insert(bucket, after) : update(bucket, before, after);
            }
        };
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String bucket) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isAsyncModeSupported() {
        return false;
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String bucket) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeProxy(String bucket) {
        jdbc.update("delete from rate_bucket where id = ?", bucket);
    }

    /** A bucket that nobody used for a day is full. */
    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT1H")
    void prune() {
        jdbc.update(
                "delete from rate_bucket where used_at < ?",
                Timestamp.from(clock.instant().minus(KEPT)));
    }

    private boolean insert(String bucket, byte[] state) {
        try {
            return jdbc.update("insert into rate_bucket (id, state, used_at) values (?, ?, ?)", bucket, state, now())
                    == 1;
        } catch (DuplicateKeyException madeMeanwhile) {
            return false;
        }
    }

    private boolean update(String bucket, byte[] before, byte[] after) {
        return jdbc.update(
                        "update rate_bucket set state = ?, used_at = ? where id = ? and state = ?",
                        after,
                        now(),
                        bucket,
                        before)
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static TimeMeter time(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Duration.ofMillis(clock.millis()).toNanos();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
