import java.util.List;
import org.mlflow.api.proto.Service.*;
import org.mlflow.tracking.*;

/** What a Java program asks through its client, for a recording: `mvn -q compile exec:java -Dexec.mainClass=Main -Dexec.args=ADDRESS`. */
public class Main {
  public static void main(String[] args) throws Exception {
    MlflowClient client = new MlflowClient(args[0]);
    String experiment = client.createExperiment("from Java");
    client.getExperiment(experiment);
    client.getExperimentByName("from Java");
    client.getExperimentByName("nobody made this");
    client.setExperimentTag(experiment, "team", "north");
    client.searchExperiments("name = 'from Java'", ViewType.ACTIVE_ONLY, 10, List.of("name ASC"));
    RunInfo run = client.createRun(
        CreateRun.newBuilder().setExperimentId(experiment).setRunName("first").setStartTime(1700000000000L)
            .addTags(RunTag.newBuilder().setKey("kind").setValue("java")).build());
    String id = run.getRunId();
    client.logParam(id, "depth", "3");
    client.logMetric(id, "auc", 0.75, 1700000000001L, 1);
    client.logMetric(id, "auc", 0.5, 1700000000002L, 2);
    client.logMetric(id, "nan", Double.NaN, 1700000000003L, 0);
    client.logMetric(id, "inf", Double.POSITIVE_INFINITY, 1700000000003L, 0);
    client.setTag(id, "team", "north");
    client.logBatch(id,
        List.of(Metric.newBuilder().setKey("loss").setValue(0.25).setTimestamp(1700000000004L).setStep(4).build()),
        List.of(Param.newBuilder().setKey("kind").setValue("tree").build()),
        List.of(RunTag.newBuilder().setKey("from").setValue("a batch").build()));
    client.getRun(id);
    client.getMetricHistory(id, "auc");
    client.deleteTag(id, "team");
    client.setTerminated(id, RunStatus.FINISHED, 1700000009000L);
    RunInfo second = client.createRun(
        CreateRun.newBuilder().setExperimentId(experiment).setRunName("second").setStartTime(1700000001000L).build());
    client.logMetric(second.getRunId(), "auc", 0.9, 1700000000001L, 0);
    RunsPage page = client.searchRuns(List.of(experiment), "metrics.auc > 0.1", ViewType.ACTIVE_ONLY, 1, List.of("metrics.auc DESC"));
    client.searchRuns(List.of(experiment), "metrics.auc > 0.1", ViewType.ACTIVE_ONLY, 1, List.of("metrics.auc DESC"), page.getNextPageToken().get());
    client.deleteRun(second.getRunId());
    client.searchRuns(List.of(experiment), "", ViewType.DELETED_ONLY);
    client.restoreRun(second.getRunId());
    client.sendPost("registered-models/create", "{\"name\": \"Java\"}");
    client.sendPost("model-versions/create", "{\"name\": \"Java\", \"source\": \"s3://bucket/model\", \"run_id\": \"" + id + "\"}");
    client.getRegisteredModel("Java");
    client.getModelVersion("Java", "1");
    client.getModelVersionDownloadUri("Java", "1");
    client.getLatestVersions("Java");
    client.getLatestVersions("Java", List.of("None"));
    client.searchModelVersions("name = 'Java'");
    client.renameExperiment(experiment, "from Java, renamed");
    client.deleteExperiment(experiment);
    client.restoreExperiment(experiment);
    MlflowContext context = new MlflowContext(client);
    context.setExperimentId(experiment);
    context.withActiveRun("in a context", active -> {
      active.logParam("a", "1");
      active.logMetric("b", 2);
      active.setTag("c", "3");
    });
    try {
      client.logParam(id, "depth", "4");
    } catch (MlflowClientException expected) {
      // A parameter is given once.
    }
    client.close();
  }
}
