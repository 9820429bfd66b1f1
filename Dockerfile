# Builds the jar, then puts its layers on a Java runtime; what seldom changes comes first.
# A Maven that needs settings of yours: docker build --secret id=maven-settings,src=$HOME/.m2/settings.xml .
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /source
COPY pom.xml ./
COPY .mvn .mvn
COPY processes processes
COPY forms forms
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2/repository \
    --mount=type=secret,id=maven-settings,target=/root/.m2/settings.xml,required=false \
    mvn -B -q -Dmaven.test.skip=true package
RUN java -Djarmode=tools -jar target/backoffice.jar extract --layers --destination /layers

# WeChat, WeChat Pay and Aliyun for the demo: test classes, which no image of production has.
FROM build AS sandbox-build
COPY src/test src/test
RUN --mount=type=cache,target=/root/.m2/repository \
    --mount=type=secret,id=maven-settings,target=/root/.m2/settings.xml,required=false \
    mvn -B -q test-compile dependency:copy-dependencies -DincludeScope=test -DoutputDirectory=/sandbox/lib \
    && cp -r target/classes target/test-classes /sandbox/

FROM eclipse-temurin:17-jre AS sandbox
ENV TZ=Asia/Shanghai LANG=C.UTF-8
RUN groupadd --system --gid 10001 backoffice && useradd --system --uid 10001 --gid 10001 --no-create-home backoffice \
    && install -d -o 10001 -g 10001 /run/sandbox
COPY --from=sandbox-build /sandbox /sandbox
USER 10001:10001
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-cp", "/sandbox/test-classes:/sandbox/classes:/sandbox/lib/*", "com.guncai.backoffice.sandbox.SandboxMain"]

FROM eclipse-temurin:17-jre
ENV TZ=Asia/Shanghai \
    LANG=C.UTF-8 \
    SPRING_PROFILES_ACTIVE=prod \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError -Duser.timezone=Asia/Shanghai"
RUN groupadd --system --gid 10001 backoffice && useradd --system --uid 10001 --gid 10001 --no-create-home backoffice \
    && install -d -o 10001 -g 10001 -m 0700 /data/receipts
WORKDIR /app
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
COPY --chmod=0555 docker/healthcheck /usr/local/bin/healthcheck
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 CMD ["healthcheck"]
ENTRYPOINT ["java", "-jar", "backoffice.jar"]
