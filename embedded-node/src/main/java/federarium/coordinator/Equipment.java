package federarium.coordinator;

import federarium.device.Device;
import java.util.List;

/**
 * What the simulated time and energy of a run are reckoned from.
 *
 * @param devices what each node runs on, in client order
 * @param workPerRow floating-point operations of a forward and a backward pass over one row
 * @param bytesPerRow what a raw row would take to upload, float32 a column
 */
public record Equipment(List<Device> devices, double workPerRow, long bytesPerRow) {}
