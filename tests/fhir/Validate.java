// Holds FHIR R4 resources against HL7's rules, offline. Prints what is wrong; ends with 1 where anything is.
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

public class Validate {
    public static void main(String[] said) throws Exception {
        FhirContext r4 = FhirContext.forR4();
        FhirInstanceValidator rules = new FhirInstanceValidator(new ValidationSupportChain(
            new DefaultProfileValidationSupport(r4),
            new CommonCodeSystemsTerminologyService(r4),
            new InMemoryTerminologyServerValidationSupport(r4),
            new SnapshotGeneratingValidationSupport(r4)));
        rules.setAnyExtensionsAllowed(true);
        rules.setNoTerminologyChecks(false);
        FhirValidator validator = r4.newValidator().registerValidatorModule(rules);
        List<Path> files = new ArrayList<>();
        for (String path : said) {
            try (Stream<Path> found = Files.walk(Path.of(path))) {
                found.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
            }
        }
        int errors = 0;
        int warnings = 0;
        for (Path file : files) {
            for (var message : validator.validateWithResult(Files.readString(file)).getMessages()) {
                boolean error = message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0;
                errors += error ? 1 : 0;
                warnings += message.getSeverity() == ResultSeverityEnum.WARNING ? 1 : 0;
                if (error || System.getenv("CHARTKEY_FHIR_WARNINGS") != null && message.getSeverity() == ResultSeverityEnum.WARNING) {
                    System.out.println(file.getFileName() + ": " + message.getSeverity() + " at " + message.getLocationString() + ": " + message.getMessage());
                }
            }
        }
        System.out.println(files.size() + " resources, " + errors + " errors, " + warnings + " warnings");
        if (files.isEmpty() || errors > 0) {
            System.exit(1);
        }
    }
}
