package com.guncai.backoffice.customer;

import com.guncai.backoffice.shared.ProblemCode;
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
                .info(new Info()
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

                                """
                                        + ProblemCode.customerTable()))
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
