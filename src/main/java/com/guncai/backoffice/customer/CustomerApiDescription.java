package com.guncai.backoffice.customer;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every call of the customer API has in common, for {@code /v3/api-docs} and the page to try it. */
@Configuration(proxyBeanMethods = false)
class CustomerApiDescription {
    private static final String TOKEN = "accessToken";
    private static final String PROBLEM = "Problem";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Set<String> OPEN_TO_ALL = Set.of("/api/v1/sessions", "/api/v1/catalog");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentCustomer.class);
    }

    @Bean
    OpenAPI customerApiDocument() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("滚财小程序用户端接口")
                                .version("v1")
                                .description(
                                        """
                                微信小程序「滚财 / 十全车服」调用的接口。

                                - **登录**：`POST /api/v1/sessions` 用 `wx.login` 的 code 换取 `accessToken`，此后每次请求带上
                                  `Authorization: Bearer <accessToken>`。
                                - **金额**：字段名以 `Fen` 结尾，单位是分，整数。
                                - **时间**：ISO-8601，带时区偏移，业务时区为 Asia/Shanghai。
                                - **出错**：`application/problem+json`；`code` 固定不变，供程序判断；`detail` 是可以直接给用户看的中文。
                                - **下单**：必须带 `Idempotency-Key`，重试时用同一个值，不会下出第二单。
                                - **试用**：沙箱里 `POST /sandbox/wechat/users` 给出登录用的 `loginCode` 和绑定手机用的 `phoneCode`；
                                  `POST /sandbox/wechat-pay/payments` 带上 `orderNo` 就是付款。

                                | code | 意思 |
                                | --- | --- |
                                | `NOT_SIGNED_IN` `TOKEN_INVALID` | 没有登录，或登录已失效 |
                                | `LOGIN_CODE_INVALID` `PHONE_CODE_INVALID` | 微信的一次性 code 无效或已用过 |
                                | `REQUEST_INVALID` `BODY_TOO_LARGE` | 内容有误，或过大 |
                                | `IDEMPOTENCY_KEY_REQUIRED` `…_INVALID` `…_REUSED` | 缺少下单标识、格式不对，或已用于另一笔订单 |
                                | `CITY_NOT_SERVED` `FLOWER_NOT_OFFERED` `FACE_NOT_OFFERED` | 城市、鲜花或面额不在目录里 |
                                | `SLOT_NOT_ON_HOUR` `SLOT_OUT_OF_HOURS` `SLOT_TOO_SOON` `SLOT_TOO_FAR` | 配送时段不可选 |
                                | `COUPON_NOT_AVAILABLE` | 券不是本人的、不适用、已用或已过期 |
                                | `SERVICE_NOT_OFFERED` `BRAND_…` `ITEM_…` | 业务、品牌或项目不在目录里，或没有选（`…_REQUIRED` `…_NOT_OFFERED`） |
                                | `RECEIPT_MISSING` `…_NOT_A_PICTURE` `…_HEIC_NOT_SUPPORTED` `…_DAMAGED` `…_TOO_SMALL` `…_TOO_MANY_PIXELS` | 没有凭证图片，或图片不能用；超过 10MB 是 `BODY_TOO_LARGE` |
                                | `PAYEE_INCOMPLETE` `ALIPAY_ACCOUNT_INVALID` `BANK_CARD_INVALID` `REAL_NAME_INVALID` | 收款信息不全或有误 |
                                | `RECEIPT_STORE_UNAVAILABLE` `RECEIPTS_BUSY` | 凭证暂时存不了，或正在上传的人较多，稍后再试 |
                                | `ORDER_NOT_FOUND` | 没有这张订单，或不是本人的 |
                                | `ORDER_STATE` `ORDER_UNDER_REFUND` `REFUND_OPEN` `NOTHING_TO_REFUND` | 订单当前状态不允许 |
                                | `PAYMENT_UNAVAILABLE` `PAYMENT_REFUSED` `WECHAT_UNAVAILABLE` | 微信没有应答，或不受理 |
                                | `TRY_AGAIN` | 刚刚有变化或系统繁忙，重试即可 |
                                """))
                .servers(List.of(new Server().url("/").description("本系统")))
                .tags(Stream.of("登录", "目录", "下单", "订单", "礼券")
                        .map(name -> new Tag().name(name))
                        .toList())
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("`POST /api/v1/sessions` 返回的 `accessToken`")));
    }

    @Bean
    GlobalOpenApiCustomizer customerApiConventions() {
        return document -> {
            document.getComponents().addSchemas(PROBLEM, problem());
            document.getPaths().forEach((path, calls) -> calls.readOperationsMap()
                    .forEach((method, call) -> describe(path, method, call)));
        };
    }

    private static void describe(String path, HttpMethod method, Operation call) {
        if (!OPEN_TO_ALL.contains(path)) {
            call.setSecurity(List.of(new SecurityRequirement().addList(TOKEN)));
            refusal(call, "401", "未登录，或登录已失效");
        }
        if (call.getRequestBody() != null || call.getParameters() != null) {
            refusal(call, "400", "请求内容有误");
        }
        if (path.contains("{")) {
            refusal(call, "404", "不存在，或不是本人的");
        }
        if (method == HttpMethod.POST) {
            if (!OPEN_TO_ALL.contains(path)) {
                refusal(call, "409", "当前状态不允许，或刚刚有变化");
            }
            refusal(call, "503", "暂时办不了（例如微信没有应答），请稍后再试");
        }
        if (call.getParameters() != null) {
            call.getParameters().forEach(CustomerApiDescription::describe);
        }
    }

    private static void describe(Parameter parameter) {
        if (IDEMPOTENCY_KEY.equals(parameter.getName())) {
            parameter
                    .required(true)
                    .description("这次下单的标识，由小程序生成（例如 UUID）；重试时用同一个值，得到同一张订单")
                    .schema(new StringSchema().maxLength(64).example("6f0e1f3a-6a0a-4d0e-9a39-0f6f3d1c2b11"));
        }
    }

    private static void refusal(Operation call, String status, String meaning) {
        call.getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(meaning)
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM)))));
    }

    private static Schema<?> problem() {
        return new Schema<>()
                .type("object")
                .description("为什么没有办成")
                .addProperty("type", new StringSchema().example("about:blank"))
                .addProperty("title", new StringSchema().example("Conflict"))
                .addProperty("status", new Schema<Integer>().type("integer").example(409))
                .addProperty(
                        "detail", new StringSchema().description("给用户看的中文说明").example("该券已被使用"))
                .addProperty("instance", new StringSchema().example("/api/v1/flower-orders"))
                .addProperty(
                        "code", new StringSchema().description("固定不变的代码，供程序判断").example("COUPON_NOT_AVAILABLE"));
    }
}
