package org.roentgen.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The module table of {@code docs/architecture.md}. Maven hides what a module may not see; what comes in by the way is found here. */
final class ModulesIT {
    private static final Path ROOT = Path.of(System.getProperty("roentgen.root"));
    private static final List<String> RUNTIMES = List.of("io.quarkus..", "org.apache.camel..", "jakarta.ws.rs..");
    private static final List<String> ENGINES = List.of("ai.djl..", "ai.onnxruntime..");
    private static final Map<Module, JavaClasses> CLASSES = Stream.of(Module.values())
            .collect(java.util.stream.Collectors.toMap(module -> module, module -> new ClassFileImporter()
                    .importPath(ROOT.resolve(module.path + "/target/classes"))));

    private enum Module {
        CLINICAL_DOMAIN("libs/clinical-domain", "domain"),
        DICOM("libs/dicom", "dicom"),
        IMAGING("libs/imaging", "imaging", DICOM),
        NETWORK("libs/network", "network"),
        OBJECT_STORE("libs/object-store", "objectstore", CLINICAL_DOMAIN),
        PLATFORM_STORE("libs/platform-store", "store", CLINICAL_DOMAIN),
        PLATFORM_API("platform-api", "api", CLINICAL_DOMAIN, PLATFORM_STORE, OBJECT_STORE, DICOM),
        WORKFLOW_ROUTES("workflow-routes", "workflow", CLINICAL_DOMAIN, PLATFORM_STORE, OBJECT_STORE, DICOM, IMAGING),
        TRAINING_WORKER("training-worker", "training", CLINICAL_DOMAIN, OBJECT_STORE, IMAGING, DICOM, NETWORK),
        INFERENCE_WORKER("inference-worker", "inference", CLINICAL_DOMAIN, OBJECT_STORE, IMAGING, DICOM),
        LOCAL("deploy/local", "local");

        private final String path;
        private final String packages;
        private final List<Module> dependencies;

        Module(String path, String packages, Module... dependencies) {
            this.path = path;
            this.packages = "org.roentgen." + packages + "..";
            this.dependencies = List.of(dependencies);
        }

        String[] allowed() {
            return Stream.concat(Stream.of(this), dependencies.stream())
                    .map(module -> module.packages)
                    .toArray(String[]::new);
        }
    }

    @ParameterizedTest
    @EnumSource
    void dependsOnWhatTheTableNames(Module module) {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.roentgen..").and(not(resideInAnyPackage(module.allowed()))))
                .check(CLASSES.get(module));
    }

    @ParameterizedTest
    @EnumSource
    void staysInItsOwnPackages(Module module) {
        assertThat(CLASSES.get(module)).isNotEmpty();
        noClasses().should().resideOutsideOfPackage(module.packages).check(CLASSES.get(module));
    }

    @ParameterizedTest
    @CsvSource({"CLINICAL_DOMAIN", "IMAGING", "NETWORK", "OBJECT_STORE", "PLATFORM_STORE"})
    void librariesKnowNoRuntimeAndNoEngine(Module module) {
        List<String> forbidden = new ArrayList<>(RUNTIMES);
        forbidden.addAll(ENGINES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden.toArray(String[]::new))
                .check(CLASSES.get(module));
    }

    @Test
    void theDicomToolkitNeedsTheJdkAndCodecsAndReadsTextWithOnnxRuntime() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.roentgen.dicom.deidentify.burnedin..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime..")
                .check(CLASSES.get(Module.DICOM));
        noClasses()
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(
                        "java..",
                        "javax..",
                        "jdk.net..",
                        "com.sun.management..",
                        "org.bytedeco..",
                        "ai.onnxruntime..",
                        "org.jspecify..",
                        Module.DICOM.packages)))
                .check(CLASSES.get(Module.DICOM));
    }

    @Test
    void networkDescriptionsNeedTheJdkAndOnnxMessagesOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(
                        "java..",
                        "ai.onnx.proto..",
                        "com.google.protobuf..",
                        "org.jspecify..",
                        Module.NETWORK.packages)))
                .check(CLASSES.get(Module.NETWORK));
    }

    @ParameterizedTest
    @CsvSource({"PLATFORM_API", "WORKFLOW_ROUTES"})
    void enginesRunInTheWorkersOnly(Module module) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ENGINES.toArray(String[]::new))
                .check(CLASSES.get(module));
    }
}
