package com.guncai.backoffice.flower;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where and when flowers are delivered.
 *
 * @param cities the delivery area
 * @param firstHour first delivery slot of a day, in hours of Asia/Shanghai
 * @param lastHour last delivery slot of a day
 * @param minLeadMinutes from ordering to the slot at the least
 * @param maxDaysAhead from ordering to the slot at the most
 */
@Validated
@ConfigurationProperties("backoffice.flower")
record FlowerProperties(
        @NotEmpty @DefaultValue({"南宁", "柳州", "桂林", "梧州", "北海", "防城港", "钦州", "贵港", "玉林", "百色", "贺州", "河池", "来宾", "崇左"})
                List<String> cities,
        @Min(0) @Max(23) @DefaultValue("9") int firstHour,
        @Min(0) @Max(23) @DefaultValue("20") int lastHour,
        @Min(0) @DefaultValue("120") int minLeadMinutes,
        @Min(1) @DefaultValue("30") int maxDaysAhead) {}
